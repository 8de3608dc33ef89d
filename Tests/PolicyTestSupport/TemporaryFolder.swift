import Foundation

/// A folder of its own for one test, removed with what is in it when the last reference goes.
package final class TemporaryFolder: Sendable {
    /// The path of the folder, links resolved, without a slash at its end.
    package let path: String

    /// Makes a new, empty folder below the system's folder for temporary files.
    package init() throws {
        let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appending(path: "policyhistory-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Returns the path of a name in the folder.
    package func appending(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file, and the folders above it that are missing.
    package func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

    /// Writes a file of bytes, and the folders above it that are missing.
    package func write(_ bytes: [UInt8], to name: String) throws {
        let url = URL(filePath: appending(name))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    /// Returns the bytes of a file.
    package func read(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: appending(name)))) }

    /// Returns the paths of everything in the folder, hidden files included, sorted.
    package func everything() throws -> [String] { try FileManager.default.subpathsOfDirectory(atPath: path).sorted() }
}
