package import PolicyModel
import PolicyParsing

/// A policy as it lies in the working folder.
package struct WorkingPolicy: Hashable, Sendable {
    /// The id under which it is recorded; for a new one that of its front matter, else of its folder or path.
    package let id: PolicyID
    /// The policy's folder in the native layout, its file in `documents`; relative to the repository.
    package let path: String
    /// Its files, by their path relative to the repository, sorted; empty where it was deleted.
    package let files: [FolderFile]
    /// What the newest commit holds; nil for a policy that is not recorded yet.
    package let recorded: PolicyRecord?
    /// What its text says of itself.
    package let statement: VersionStatement

    /// The paths whose bytes differ from the newest commit, sorted: new, changed and deleted files of the policy.
    package let changedFiles: [String]

    /// The bytes of the text; nil where it was deleted.
    package let text: FolderFile?

    /// The newest commit when the files were read.
    let base: ObjectID
    /// The paths of the files that the newest commit holds.
    let recordedFiles: [String]
}

/// The policies in the working folder of a repository.
package struct WorkingFiles: Sendable {
    /// By id.
    package let policies: [WorkingPolicy]
    /// What was noticed.
    package let findings: [Finding]
    private let layout: Layout

    /// Reads the working folder: every policy of the newest commit, and every new one.
    ///
    /// Hidden folders, other repositories below the folder, and new files that git ignores are passed over.
    /// - Throws: where the repository is bare, or a file cannot be read, is a symbolic link, or is larger than 16 MiB.
    package init(of source: GitPolicySource) throws {
        guard let folder = source.repository.workingDirectory else {
            throw StoreError.bareRepository(source.repository.place)
        }
        let found = try Self.files(below: FileSystem.withoutSlashes(folder), source.files)
        var units: [GitPath: [FolderFile]] = [:]
        for file in found {
            if let part = source.files.part(GitPath(file.path)) { units[part.unit, default: []].append(file) }
        }
        let recorded = try source.recordedUnits()
        var policies: [WorkingPolicy] = []
        for unit in Set(units.keys).union(recorded.keys).sorted() {
            let files = (units[unit] ?? []).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
            let text = files.first { source.files.part(GitPath($0.path))?.role == .text }
            let known = recorded[unit]
            if known == nil {
                // A folder without policy.md is no policy, and what git ignores is nobody's draft of one.
                guard let text, try !source.repository.ignores(GitPath(text.path)) else { continue }
            }
            let statement =
                text.map { parseDocument($0.bytes, path: $0.path, layout: source.layout).statement }
                ?? VersionStatement()
            policies.append(
                WorkingPolicy(
                    id: known?.id ?? statement.id ?? source.files.id(unit), path: unit.text,
                    files: text == nil ? [] : files, recorded: known?.record, statement: statement,
                    changedFiles: Self.changed(files, known?.files ?? [:]), text: text, base: source.newest.commit,
                    recordedFiles: (known?.files ?? [:]).keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }))
        }
        self.policies = policies.sorted { ($0.id, $0.path) < ($1.id, $1.path) }
        self.findings = Self.duplicates(self.policies)
        self.layout = source.layout
    }

    /// Returns the parsed text and rules of a working policy; empty content where it was deleted.
    package func content(of policy: WorkingPolicy) -> PolicyContent {
        policy.text == nil
            ? PolicyContent(document: .empty) : ContentBytes(files: policy.files, layout: layout).parsed()
    }

    /// Returns the policies' files below the working folder.
    private static func files(below folder: String, _ policies: PolicyFiles) throws -> [FolderFile] {
        var files: [FolderFile] = []
        var folders = [GitPath([])]
        do throws(FileSystem.Failure) {
            while let next = folders.popLast() {
                let place = next.isEmpty ? folder : "\(folder)/\(next.text)"
                for name in try FileSystem.names(in: place) where name.isUTF8 {
                    let path = next.appending(name.bytes)
                    let kind = try FileSystem.kind(of: "\(folder)/\(path.text)")
                    if kind == .folder {
                        // A folder with `.git` is a repository of its own, as git sees it, too.
                        let isRepository = try FileSystem.kind(of: "\(folder)/\(path.text)/.git") != nil
                        if policies.canHoldPolicies(path), !isRepository { folders.append(path) }
                    } else if kind != nil, policies.part(path) != nil {
                        let bytes = try FileSystem.read("\(folder)/\(path.text)", limit: GitPolicySource.blobLimit)
                        files.append(FolderFile(path: path.text, bytes: bytes))
                    }
                }
            }
        } catch {
            throw StoreError.unreadable(error)
        }
        return files
    }

    private static func changed(_ files: [FolderFile], _ recorded: [String: ObjectID]) -> [String] {
        let present = Dictionary(files.map { ($0.path, GitRepository.digest($0.bytes)) }) { first, _ in first }
        return Set(present.keys).union(recorded.keys).filter { present[$0] != recorded[$0] }
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func duplicates(_ policies: [WorkingPolicy]) -> [Finding] {
        zip(policies, policies.dropFirst()).filter { $0.id == $1.id }.map { first, second in
            Finding(
                id: "duplicate-policy-id", severity: .error,
                message: "\(first.path) and \(second.path) are both the policy \(first.id) in the working folder.",
                place: Place(path: second.path), fix: "Give one of them another id.")
        }
    }
}

extension GitPolicySource {
    /// A policy that stands in the newest commit.
    struct RecordedUnit {
        let id: PolicyID
        let record: PolicyRecord
        /// Its files by path.
        let files: [String: ObjectID]
    }

    /// Whether the newest commit has a file at a path as it is shown.
    private func stands(_ path: GitPath) throws -> Bool {
        // Only a path with a byte that is not UTF-8 is shown otherwise than it is, see GitPath.text.
        guard path.text.contains("\\x") else { return true }
        return try StoreError.translating("read the newest commit") {
            try repository.entry(path, in: repository.commit(newest.commit).tree) != nil
        }
    }

    /// Returns the policies that stand in the newest commit, by their place.
    func recordedUnits() throws -> [GitPath: RecordedUnit] {
        var units: [GitPath: RecordedUnit] = [:]
        for history in try histories() {
            guard let record = history.records.last, let text = record.text else { continue }
            let path = GitPath(record.path)
            // A name that is not UTF-8 was told when the history was read; it has no path to be looked for by.
            guard let part = files.part(path), try stands(path) else { continue }
            var contents = [record.path: text]
            let folder = path.folder
            if let rules = record.rules { contents[folder.appending(PolicyFiles.rulesName).text] = rules }
            for translation in record.translations {
                contents[folder.appending("policy.\(translation.language).md".utf8).text] = translation.text
            }
            units[part.unit] = RecordedUnit(id: history.id, record: record, files: contents)
        }
        return units
    }
}
