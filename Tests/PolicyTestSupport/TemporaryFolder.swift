import Foundation

/// A folder of its own for one test, removed with what is in it when the last reference goes.
public final class TemporaryFolder: Sendable {
    /// The path of the folder, with links resolved, without a slash at its end.
    public let path: String

    /// Makes a new, empty folder below the system's folder for temporary files.
    public init() throws {
        let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appending(path: "policyhistory-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
