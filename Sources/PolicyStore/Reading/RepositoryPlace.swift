import CGit2

/// Where a repository is looked for.
package enum RepositoryPlace: Hashable, Sendable {
    /// At this path and nowhere else: a folder with `.git`, or a bare repository.
    case at(String)
    /// In this folder or the ones above it, as git does from the working folder.
    case around(String)

    /// The path that was named.
    var path: String {
        switch self {
        case .at(let path), .around(let path): path
        }
    }
}

/// Opens a repository.
///
/// - Parameters:
///   - place: where it is looked for.
///   - allowForeignOwner: whether a repository whose files belong to another user is opened; from then on for the whole process.
/// - Throws: where there is none, it belongs to another user, or libgit2 cannot read its format.
package func openRepository(_ place: RepositoryPlace, allowForeignOwner: Bool = false) throws(StoreError)
    -> GitRepository
{
    do throws(GitError) { try GitLibrary.ready() } catch { throw .libraryUnusable(error) }
    do throws(GitError) {
        if allowForeignOwner {
            try GitError.check(policyhistory_git_set_owner_validation(0), "git_libgit2_opts")
        }
        switch place {
        case .at(let path): return try GitRepository(at: path, search: false)
        case .around(let folder): return try GitRepository(at: folder, search: true)
        }
    } catch {
        throw StoreError.opening(place, error)
    }
}

extension StoreError {
    /// Tells the reasons apart for which libgit2 does not open a repository.
    fileprivate static func opening(_ place: RepositoryPlace, _ error: GitError) -> StoreError {
        // libgit2 1.5.1 says of a repository of another owner only that it did not find `safe.directory` in the configuration
        // (libgit2 #6408), which is no "not found" of the repository.
        if error.code == .owner || (error.code == .notFound && error.message.contains("safe.directory")) {
            return foreignOwner(place.path)
        }
        if error.message.contains("unsupported extension") || error.message.contains("unsupported repository version") {
            return unsupported(place.path, reason: error.message)
        }
        guard error.code == .notFound else { return cannotOpen(place.path, error) }
        switch place {
        case .around(let folder): return noRepository(around: folder)
        case .at(let path):
            let above = try? GitRepository(at: path, search: true)
            return noRepository(at: path, above: above?.place)
        }
    }
}
