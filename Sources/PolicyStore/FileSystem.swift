#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The few things the store asks of the file system: bytes in, bytes out, no links followed where that could be a trap.
enum FileSystem {
    /// What an entry of a folder is.
    enum Kind: Hashable, Sendable {
        case file, folder, symlink, other
    }

    /// A call that failed, with the reason.
    struct Failure: Error, Hashable {
        /// Why it failed.
        enum Reason: Hashable {
            case system(Int32)
            case symlink
            case notRegular
            case tooLarge(limit: Int)
            case notUTF8
            case notEmpty
        }

        let call: String
        let path: String
        let reason: Reason

        /// The reason in words.
        var words: String {
            switch reason {
            case .system(let number): String(cString: strerror(number))
            case .symlink: "it is a symbolic link, which is not followed"
            case .notRegular: "it is no regular file"
            case .tooLarge(let limit): "it holds more than \(limit) bytes"
            case .notUTF8: "its name is not UTF-8"
            case .notEmpty: "something is there already"
            }
        }

        var isMissing: Bool { reason == .system(ENOENT) || reason == .system(ENOTDIR) }
        var exists: Bool { [.system(EEXIST), .system(ENOTEMPTY), .system(ENOTDIR), .notEmpty].contains(reason) }

        /// Makes the failure of the call that just failed.
        init(_ call: String, _ path: String) {
            let number = errno
            self.init(call, path, .system(number))
        }

        init(_ call: String, _ path: String, _ reason: Reason) {
            self.call = call
            self.path = path
            self.reason = reason
        }
    }

    /// Returns what stands at a path, links not followed; nil where nothing does.
    static func kind(of path: String) throws(Failure) -> Kind? {
        var information = stat()
        if lstat(path, &information) != 0 {
            let failure = Failure("lstat", path)
            if failure.isMissing { return nil }
            throw failure
        }
        return switch information.st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .symlink
        default: .other
        }
    }

    /// Whether a path, links followed, is a folder.
    static func isFolder(_ path: String) -> Bool {
        var information = stat()
        return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFDIR
    }

    /// Returns the names in a folder, sorted by bytes, without `.` and `..`.
    static func names(in folder: String) throws(Failure) -> [GitPath] {
        guard let stream = opendir(folder) else { throw Failure("opendir", folder) }
        defer { closedir(stream) }
        var names: [GitPath] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else {
                if errno != 0 { throw Failure("readdir", folder) }
                return names.sorted()
            }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name != Array(".".utf8), name != Array("..".utf8) { names.append(GitPath(name)) }
        }
    }

    /// Reads a regular file.
    ///
    /// - Throws: where it cannot be read, is no regular file, is a link, or holds more than `limit` bytes (`EFBIG`).
    static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
        // O_NONBLOCK: opening a named pipe must not wait for a writer.
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        if descriptor < 0 {
            // What O_NOFOLLOW says of a link: ELOOP, on some systems EMLINK.
            throw errno == ELOOP || errno == EMLINK ? Failure("open", path, .symlink) : Failure("open", path)
        }
        defer { close(descriptor) }
        var information = stat()
        if fstat(descriptor, &information) != 0 { throw Failure("fstat", path) }
        guard information.st_mode & S_IFMT == S_IFREG else { throw Failure("read", path, .notRegular) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: min(max(Int(information.st_size) + 1, 4_096), 1 << 20))
        while true {
            let count = readSome(descriptor, &buffer)
            if count < 0 { throw Failure("read", path) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: buffer.prefix(count))
            if bytes.count > limit { throw Failure("read", path, .tooLarge(limit: limit)) }
        }
    }

    private static func readSome(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
        while true {
            let count = buffer.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 || errno != EINTR { return count }
        }
    }
}

/// The system's `read`, under a name that the functions here do not hide.
private func systemRead(_ descriptor: Int32, _ target: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, target, count)
}
