package import PolicyModel

/// Says in plain lines what a version changed, for the body of its commit message; the old content is nil for the first version.
package typealias ChangeDescription =
    @Sendable (
        _ policy: PolicyID, _ label: String, _ old: PolicyContent?, _ new: PolicyContent
    ) -> [String]

/// Makes a repository out of dated snapshots, one commit a version.
///
/// The author, the dates and the order come from the snapshots alone: the same input gives the same commit ids every time.
package struct HistoryBuilder: Sendable {
    /// Says what a version changed.
    let describe: ChangeDescription

    /// Makes a builder.
    package init(describe: @escaping ChangeDescription) { self.describe = describe }

    /// What was made.
    package struct Outcome: Hashable, Sendable {
        /// The folder of the repository.
        package let path: String
        /// The commits, oldest first.
        package let commits: [ObjectID]
    }

    /// Makes a repository at a path where nothing, or an empty folder, is.
    ///
    /// - Parameters:
    ///   - path: where it is to be.
    ///   - snapshots: the versions; nil makes a repository that holds nothing but settings.
    ///   - now: the moment of the first commit where there are no snapshots.
    ///   - bare: whether it has no working folder.
    /// - Throws: where something is there already, or it cannot be written; then nothing is left behind.
    package func create(
        at path: String, from snapshots: SnapshotFolder?, now: Instant, bare: Bool = false
    ) throws(StoreError) -> Outcome {
        throw StoreError(.usage, "This version does not make repositories yet.")
    }
}
