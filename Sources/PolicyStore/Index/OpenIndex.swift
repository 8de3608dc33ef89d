package import PolicyIndex
package import PolicyModel

/// Opens the index of a repository, or begins it: in its git directory, else in a cache folder.
///
/// - Parameters:
///   - repository: the repository.
///   - view: the options by which its policies are looked at; each way of looking has an index of its own.
///   - maker: which program this is; what another one wrote is thrown away.
///   - caches: the folders for what can be made anew, the best first.
///   - today: the day on which it is used: the full text is looked through for damage once a day.
package func openIndex(
    of repository: GitRepository, view: String, maker: String, caches: [String], today: CivilDate
) throws -> PolicyIndex {
    try PolicyIndex(
        at: IndexPlace(gitDirectory: repository.gitDirectory, caches: caches), view: view, maker: maker,
        tables: IndexedRows.all, today: today)
}

extension GitPolicySource {
    /// The folder of the index; nil where there is none that outlives the run.
    package var indexFolder: String? { index?.history.folder }

    /// Writes what was worked out and waits to be kept, and lets go of the index: nothing is asked of the source after that.
    ///
    /// - Returns: why the index could not be written, now or before; nil where it could.
    package func keepResults() -> String? {
        keepStatements()
        defer { index?.close() }
        let failure = index?.finish() ?? indexFailure
        return failure?.code == .unusable ? failure?.reason : nil
    }
}
