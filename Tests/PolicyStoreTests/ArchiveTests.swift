import Foundation
import PolicyModel
import PolicyTestSupport
import Testing

@testable import PolicyStore

/// Run with `POLICY_ARCHIVES` naming a folder of bare repositories; skipped otherwise, and said so.
@Suite("Real archives", .enabled(if: Archives.folder != nil, "POLICY_ARCHIVES names no folder of unpacked archives"))
struct ArchiveTests {
    @Test("the records are what git log says of the same line", arguments: Archives.names)
    func records(archive: String) throws {
        let source = try Archives.source(archive)
        let histories = try source.histories()
        var told: Set<[String]> = []
        for history in histories {
            for record in history.records { told.insert([record.commit.description, record.path]) }
        }
        var present: Set<[String]> = []
        var deleted: Set<[String]> = []
        for (commit, status, path) in try Archives.log(archive) where source.files.part(GitPath(path)) != nil {
            if status == "D" { deleted.insert([commit, path]) } else { present.insert([commit, path]) }
        }
        // What was moved away is no record of its own; everything else is, on both sides.
        #expect(present.subtracting(told).isEmpty)
        #expect(told.subtracting(present).subtracting(deleted).isEmpty)
        #expect(present.count > 1_000)
        let paths = Set(histories.flatMap { $0.records.map(\.path) })
        #expect(paths == Set(present.map { $0[1] }))
        #expect(Set(histories.map(\.id)).count == histories.count)
    }
}

/// Unpacked archives of real histories, where the environment names a folder with them.
enum Archives {
    static let folder = ProcessInfo.processInfo.environment["POLICY_ARCHIVES"]

    /// The archives that are there.
    static let names: [String] =
        folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0) }?.filter { $0.hasSuffix(".git") }
        .sorted() ?? []

    static func source(_ name: String) throws -> GitPolicySource {
        try GitPolicySource(repository: openRepository(.at("\(folder ?? "")/\(name)")))
    }

    /// Returns commit, status and path of each change along first parents.
    static func log(_ name: String) throws -> [(commit: String, status: String, path: String)] {
        let printed = try git(
            "log", "--first-parent", "--name-status", "--no-renames", "-z", "--format=commit %H",
            in: "\(folder ?? "")/\(name)")
        var changes: [(String, String, String)] = []
        var commit = ""
        var status: String?
        for part in printed.split(separator: "\0") {
            let part = part.drop { $0 == "\n" }
            if part.isEmpty { continue }
            if let known = status {
                changes.append((commit, known, String(part)))
                status = nil
            } else if part.hasPrefix("commit ") {
                commit = String(part.dropFirst(7))
            } else {
                status = String(part)
            }
        }
        return changes
    }
}
