package import PolicyModel

/// The files of a policy's notices in the working folder: `notices/LABEL.md` beside its text.
package struct NoticeFiles: Sendable {
    /// The folder of the notices, relative to the repository.
    package let path: String
    private let workingFolder: String
    private let source: GitPolicySource

    /// Finds the folder of a policy's notices; nothing has to be there yet.
    ///
    /// - Parameters:
    ///   - record: the newest record of the policy.
    ///   - source: its repository.
    /// - Throws: where the repository is bare, or keeps each policy as a single file.
    package init(besides record: PolicyRecord, in source: GitPolicySource) throws(StoreError) {
        self.workingFolder = FileSystem.withoutSlashes(try Self.workingFolder(of: source))
        self.path = GitPath(record.path).folder.appending("notices".utf8).text
        self.source = source
    }

    /// Returns the folder in which notices are edited.
    ///
    /// - Throws: where the repository is bare, or keeps each policy as a single file: commands on notices say so before all else.
    @discardableResult
    package static func workingFolder(of source: GitPolicySource) throws(StoreError) -> String {
        guard source.layout == .native else { throw .noPlaceForNotices() }
        guard let folder = source.repository.workingDirectory else {
            throw .noFilesForNotices(source.repository.place)
        }
        return folder
    }

    /// Returns the name of the file for a label: what a file system or a program might take for something else is percent-encoded.
    ///
    /// - Parameter language: the language, where the notice is not in the first one of the settings.
    package static func name(label: String, language: String?) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var name: [UInt8] = []
        for (place, byte) in label.utf8.enumerated() {
            let isPlain =
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "+"): true
                case UInt8(ascii: "."), UInt8(ascii: "-"): place > 0
                default: byte >= 0x80
                }
            name += isPlain ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        // A policy's own files, and the devices of Windows, have these names in any folder.
        let stem = String(decoding: name, as: UTF8.self)
        let first = stem.lowercased().prefix { $0 != "." }
        let devices = ["con", "prn", "aux", "nul"] + (0...9).flatMap { ["com\($0)", "lpt\($0)"] }
        if first == "policy" || first == "rules" || devices.contains(String(first)), let byte = name.first {
            name = [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]] + name.dropFirst()
        }
        return String(decoding: name, as: UTF8.self) + (language.map { ".\($0)" } ?? "") + ".md"
    }

    /// Returns the names of the notices that there are, sorted.
    package func names() throws(StoreError) -> [String] {
        try reading { () throws(FileSystem.Failure) in
            guard try isSafe() else { return [] }
            return try FileSystem.names(in: place).filter { $0.isUTF8 && $0.text.hasSuffix(".md") }.map(\.text)
        }
    }

    /// Returns the bytes of a notice; nil where there is none of that name.
    package func contents(of name: String) throws(StoreError) -> [UInt8]? {
        try reading { () throws(FileSystem.Failure) in
            guard try isSafe(), try FileSystem.kind(of: "\(place)/\(name)") != nil else { return nil }
            return try FileSystem.read("\(place)/\(name)", limit: GitPolicySource.blobLimit)
        }
    }

    /// Writes a notice, whole or not at all; the folder is made where it is missing.
    package func write(_ bytes: [UInt8], to name: String) throws(StoreError) {
        do throws(FileSystem.Failure) {
            if try !isSafe() { _ = try FileSystem.makeFolders(place) }
            let file = "\(place)/\(name)"
            switch try FileSystem.kind(of: file) {
            case nil, .file: try FileSystem.prepareReplacement(of: file, with: bytes).finish()
            case .symlink: throw FileSystem.Failure("open", file, .symlink)
            case .folder, .other: throw FileSystem.Failure("open", file, .notRegular)
            }
        } catch {
            throw .unwritable(error)
        }
    }

    /// Whether a path, seen from the folder of the notices, leads to a file or folder of the working folder.
    package func leads(to path: String) -> Bool {
        guard !path.hasPrefix("/") else { return false }
        var names = GitPath(self.path).names.map { String(decoding: $0, as: UTF8.self) }
        for name in path.split(separator: "/", omittingEmptySubsequences: true) where name != "." {
            if name != ".." {
                names.append(String(name))
            } else if names.popLast() == nil {
                return false
            }
        }
        let full = ([workingFolder] + names).joined(separator: "/")
        return (try? FileSystem.kind(of: full)) != nil
    }

    private var place: String { "\(workingFolder)/\(path)" }

    /// Whether the folder is there; none on the way to it may be a link that leads elsewhere.
    private func isSafe() throws(FileSystem.Failure) -> Bool {
        var folder = workingFolder
        for name in GitPath(path).names {
            folder += "/" + String(decoding: name, as: UTF8.self)
            switch try FileSystem.kind(of: folder) {
            case nil: return false
            case .folder: continue
            case .symlink: throw FileSystem.Failure("open", folder, .symlink)
            case .file, .other: throw FileSystem.Failure("open", folder, .notRegular)
            }
        }
        return true
    }

    private func reading<Result>(
        _ work: () throws(FileSystem.Failure) -> Result
    ) throws(StoreError) -> Result {
        do throws(FileSystem.Failure) { return try work() } catch { throw .unreadable(error) }
    }
}

extension GitPolicySource {
    /// Returns the bytes of a notice of a policy: of the working folder, in a bare repository of the newest commit; nil where there is
    /// none.
    ///
    /// - Parameters:
    ///   - name: the name of the file, as `NoticeFiles.name` gives it.
    ///   - record: a record of the policy.
    package func notice(named name: String, besides record: PolicyRecord) throws -> [UInt8]? {
        guard layout == .native else { return nil }
        if repository.isBare {
            return try file(at: GitPath(record.path).folder.appending("notices/\(name)".utf8).text)
        }
        return try NoticeFiles(besides: record, in: self).contents(of: name)
    }
}
