package import PolicyModel

/// A policy as it lies in the working folder.
package struct WorkingPolicy: Hashable, Sendable {
    /// The id: from the front matter, else the folder or the path.
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
}

/// The policies in the working folder of a repository.
package struct WorkingFiles: Sendable {
    /// By id.
    package let policies: [WorkingPolicy]
    /// What was noticed.
    package let findings: [Finding]

    /// Reads the working folder: every policy of the newest commit, and every new one.
    ///
    /// - Throws: where the repository is bare, or a file cannot be read.
    package init(of source: GitPolicySource) throws {
        throw StoreError(.usage, "This version does not read working folders yet.")
    }

    /// Returns the parsed text and rules of a working policy; empty content where it was deleted.
    package func content(of policy: WorkingPolicy) -> PolicyContent { PolicyContent(document: .empty) }
}
