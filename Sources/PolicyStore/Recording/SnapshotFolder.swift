package import PolicyModel
import PolicyParsing

/// A file by its path in a folder.
package struct FolderFile: Hashable, Sendable {
    /// The path from the folder, its names parted by slashes.
    package let path: String
    /// The bytes.
    package let bytes: [UInt8]

    /// Makes a file.
    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// A folder of dated snapshots: `<policy>/<label>/{policy.md,rules.yaml,policy.fr.md}`, and `policyhistory.yaml` at its top.
package struct SnapshotFolder: Hashable, Sendable {
    /// One dated state of a policy.
    package struct Version: Hashable, Sendable {
        /// The folder of the policy, which it keeps in the repository.
        package let folder: String
        /// The folder of the version.
        package let snapshot: String
        /// What the front matter says.
        package let statement: VersionStatement
        /// The moment that its commit is given.
        package let recorded: Instant
        /// The files by name, sorted: `policy.md`, `rules.yaml`, translations.
        package let files: [FolderFile]

        /// The policy's id: from the front matter, else the folder.
        package var policy: PolicyID { statement.id ?? PolicyID(folder) }
        /// The version's label: from the front matter, else the folder.
        package var label: String { statement.label ?? snapshot }
        /// The policy's title, else its id.
        package var title: String { statement.title ?? policy.text }
    }

    /// The settings, nil where the folder has none.
    package let settings: FolderFile?
    /// The versions in the order in which they are recorded.
    package let versions: [Version]
    /// What was noticed.
    package let findings: [Finding]

    /// Reads a folder on disk.
    ///
    /// - Throws: where the folder cannot be read, holds no version, or a version has no date at all.
    package init(reading folder: String) throws(StoreError) {
        try self.init(files: FolderReading.files(below: folder), name: folder)
    }

    /// Reads a folder that is already in memory.
    ///
    /// - Parameters:
    ///   - files: the files of the folder.
    ///   - name: the folder's name, for messages.
    /// - Throws: where there is no version, or a version has no date at all.
    package init(files: [FolderFile], name: String) throws(StoreError) {
        settings = files.first { $0.path == "policyhistory.yaml" }
        var groups: [String: [FolderFile]] = [:]
        for file in files {
            let names = file.path.split(separator: "/", omittingEmptySubsequences: false)
            guard names.count == 3, PolicyFiles.role(Array(names[2].utf8)) != nil else { continue }
            groups["\(names[0])/\(names[1])", default: []].append(FolderFile(path: String(names[2]), bytes: file.bytes))
        }
        var versions: [Version] = []
        var findings: [Finding] = []
        for (path, files) in groups.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            let names = path.split(separator: "/").map(String.init)
            guard let text = files.first(where: { $0.path == "policy.md" }) else {
                throw .snapshotWithoutText("\(name)/\(path)")
            }
            let parsed = parseDocument(text.bytes, path: "\(path)/policy.md")
            findings += parsed.findings
            guard let recorded = Self.recorded(parsed.statement, names[1]) else {
                throw .snapshotWithoutDate("\(name)/\(path)/policy.md")
            }
            if recorded.secondsSinceEpoch < 0 { findings.append(.recordedBefore1970("\(path)/policy.md", recorded)) }
            versions.append(
                Version(
                    folder: names[0], snapshot: names[1], statement: parsed.statement, recorded: recorded,
                    files: files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }))
        }
        guard !versions.isEmpty else { throw .noSnapshots(name) }
        self.versions = versions.sorted(by: Self.isRecordedBefore)
        self.findings = findings
    }

    /// The moment given by `recorded:`, else the beginning of the published, the effective, or the label's day.
    private static func recorded(_ statement: VersionStatement, _ folder: String) -> Instant? {
        if let recorded = statement.recorded { return recorded }
        let label = statement.label ?? folder
        let day = statement.published ?? statement.effective.standard ?? CivilDate(iso: label) ?? CivilDate(iso: folder)
        return day?.startOfDay
    }

    /// By moment, then policy, then folder: the same input always gives the same order.
    private static func isRecordedBefore(_ left: Version, _ right: Version) -> Bool {
        if left.recorded != right.recorded { return left.recorded < right.recorded }
        if left.policy != right.policy { return left.policy < right.policy }
        return left.snapshot.utf8.lexicographicallyPrecedes(right.snapshot.utf8)
    }
}
