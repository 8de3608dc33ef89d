#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

extension Platform {
    /// Writes a file whole or not at all: into a new file beside it, flushed, and then put in its place.
    ///
    /// What is there already and no regular file (a pipe, `/dev/null`) is written to, not replaced.
    /// - Returns: why it failed, in the system's words; nil where it is written.
    static func replace(_ path: String, with bytes: [UInt8]) -> String? { replace(path) { $0(bytes) } }

    /// Writes a file whole or not at all, as `replace(_:with:)` does, piece by piece.
    static func replace(_ path: String, by writer: Writer) -> String? {
        var status = stat()
        let exists = stat(path, &status) == 0
        if exists, status.st_mode & S_IFMT != S_IFREG {
            return fill(open(path, O_WRONLY | O_CLOEXEC), by: writer)
        }
        let mode = exists ? status.st_mode & 0o7777 : 0o666
        let new = "\(path).\(getpid()).new"
        if let why = fill(open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode), by: writer) {
            unlink(new)
            return why
        }
        if exists { chmod(new, mode) }  // The mask of the process may have taken bits that the file had.
        guard rename(new, path) == 0 else {
            let why = String(cString: strerror(errno))
            unlink(new)
            return why
        }
        return nil
    }

    /// The contents of a file.
    enum Contents {
        case bytes([UInt8])
        case folder
        case missing
        case unreadable(String)
    }

    /// Reads a file.
    static func contents(of path: String) -> Contents {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            return errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        var status = stat()
        // One byte more than the file has, so that the first read takes it all; a pipe has no size, and a sparse file any.
        var room = fstat(descriptor, &status) == 0 ? min(Int(status.st_size), 1 << 26) + 1 : 1 << 16
        var bytes: [UInt8] = []
        while true {
            var count = 0
            let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
                count = read(descriptor, buffer.baseAddress, room)
                filled = max(count, 0)
            }
            room = 1 << 16
            if count > 0 {
                if bytes.isEmpty { bytes = part } else { bytes += part }
            } else if count == 0 {
                return .bytes(bytes)
            } else if errno == EISDIR {
                return .folder
            } else if errno != EINTR {
                return .unreadable(String(cString: strerror(errno)))
            }
        }
    }

    private static func fill(_ descriptor: Int32, by writer: Writer) -> String? {
        guard descriptor >= 0 else { return String(cString: strerror(errno)) }
        var why: String?
        if case .failed(let reason) = writer({ write($0, to: descriptor) }) { why = reason }
        // A pipe or a device cannot be flushed; that is no failure.
        if why == nil, fsync(descriptor) != 0, errno != EINVAL, errno != ENOTSUP, errno != EROFS {
            why = String(cString: strerror(errno))
        }
        if close(descriptor) != 0, why == nil { why = String(cString: strerror(errno)) }
        return why
    }
}
