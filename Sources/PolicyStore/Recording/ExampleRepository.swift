/// The history that ships with the tool, as a real repository in the user's cache folder.
package struct ExampleRepository: Sendable {
    /// Opens the repository, making it first where it is not there or not sound.
    ///
    /// - Parameters:
    ///   - files: the dated snapshots.
    ///   - cacheFolders: the folders to keep it in, the best first; the first that can be written to is taken. The last
    ///     should be a folder for temporary files.
    ///   - describe: says what a version changed, for the commit messages.
    /// - Throws: where none of the folders can be written to.
    package static func open(
        files: [FolderFile], cacheFolders: [String], describe: @escaping ChangeDescription
    ) throws(StoreError) -> GitRepository {
        throw StoreError(.usage, "This version has no example yet.")
    }
}
