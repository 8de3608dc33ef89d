#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

extension FileSystem {
    /// Makes a folder; its parents must exist.
    static func makeFolder(_ path: String) throws(Failure) {
        if mkdir(path, 0o777) != 0 { throw Failure("mkdir", path) }
    }

    /// Makes a folder and the missing ones above it, and returns those that were made, the outermost first.
    static func makeFolders(_ path: String) throws(Failure) -> [String] {
        var missing: [String] = []
        var next = path
        while !isFolder(next) {
            if try kind(of: next) != nil { throw Failure("mkdir", next, .system(ENOTDIR)) }
            missing.append(next)
            next = parent(of: next)
        }
        var made: [String] = []
        for folder in missing.reversed() {
            do throws(Failure) {
                try makeFolder(folder)
                made.append(folder)
            } catch {
                // Another process may have been faster.
                if !isFolder(folder) { throw error }
            }
        }
        return made
    }

    /// Makes a new folder beside others, of a name that nobody has.
    static func makeUniqueFolder(in folder: String, prefix: String) throws(Failure) -> String {
        while true {
            let path = "\(folder)/\(prefix)\(String(UInt64.random(in: .min ... .max), radix: 36))"
            do throws(Failure) {
                try makeFolder(path)
                return path
            } catch  where error.exists {
                continue
            }
        }
    }

    /// Returns the folder that a path lies in.
    static func parent(of path: String) -> String {
        let trimmed = withoutSlashes(path)
        guard let slash = trimmed.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        let parent = withoutSlashes(String(trimmed[..<slash]))
        return parent.isEmpty ? "/" : parent
    }

    /// Returns the path without slashes at its end.
    static func withoutSlashes(_ path: String) -> String {
        var path = path
        while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.removeLast() }
        return path
    }

    /// Removes a file, or a folder with all that is in it; links are removed, not followed.
    ///
    /// Does nothing where nothing is.
    static func remove(_ path: String) throws(Failure) {
        switch try kind(of: path) {
        case nil: return
        case .folder:
            for name in try names(in: path) { try remove(path + "/" + String(decoding: name.bytes, as: UTF8.self)) }
            if rmdir(path) != 0 { throw Failure("rmdir", path) }
        default: if unlink(path) != 0 { throw Failure("unlink", path) }
        }
    }

    /// Gives a file or folder another path; replaces a file or an empty folder that is there.
    static func move(_ path: String, to target: String) throws(Failure) {
        if rename(path, target) != 0 { throw Failure("rename", target) }
    }

    /// Writes a new file, flushed to disk.
    static func write(_ bytes: [UInt8], to path: String, permissions: UInt32 = 0o666) throws(Failure) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode_t(permissions))
        if descriptor < 0 { throw Failure("open", path) }
        var rest = bytes[...]
        var failure: Failure?
        while !rest.isEmpty, failure == nil {
            let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                failure = Failure("write", path)
            }
        }
        if failure == nil, fsync(descriptor) != 0 { failure = Failure("fsync", path) }
        if close(descriptor) != 0, failure == nil { failure = Failure("close", path) }
        if let failure {
            unlink(path)
            throw failure
        }
    }

    /// A file that is written and waits beside the one that it will replace.
    struct Replacement: Hashable, Sendable {
        let path: String
        let waiting: String

        /// Puts it in its place, in one step.
        func finish() throws(Failure) {
            try FileSystem.move(waiting, to: path)
            FileSystem.flushFolder(FileSystem.parent(of: path))
        }

        /// Gives it up.
        func abandon() { unlink(waiting) }
    }

    /// Writes what is to replace a file, with the permissions of that file.
    static func prepareReplacement(of path: String, with bytes: [UInt8]) throws(Failure) -> Replacement {
        var information = stat()
        let permissions = lstat(path, &information) == 0 ? UInt32(information.st_mode) & 0o777 : 0o666
        let random = String(UInt64.random(in: .min ... .max), radix: 36)
        let folder = parent(of: path)
        let waiting = "\(folder)/.policyhistory-\(random)"
        try write(bytes, to: waiting, permissions: permissions)
        return Replacement(path: path, waiting: waiting)
    }

    /// Flushes the entries of a folder to disk, where the system can.
    static func flushFolder(_ path: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { return }
        _ = fsync(descriptor)
        close(descriptor)
    }
}

/// The system's `write`, under a name that the functions here do not hide.
private func systemWrite(_ descriptor: Int32, _ source: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, source, count)
}
