import Foundation
import PolicyModel
import Testing

@testable import PolicyStore

@Suite("Real archives", .enabled(if: Archives.folder != nil, "POLICY_ARCHIVES names no folder of unpacked archives"))
struct ArchiveTests {
    @Test("every policy of an archive has a history", arguments: ["genai-eu-versions", "site-policy"])
    func histories(archive: String) throws {
        let source = try Archives.source(archive)
        #expect(try source.histories().count > 50)
        #expect(source.layout == .documents)
    }
}

/// Unpacked archives of real histories, where the environment names a folder with them.
enum Archives {
    static var folder: String? { ProcessInfo.processInfo.environment["POLICY_ARCHIVES"] }

    static func source(_ name: String) throws -> GitPolicySource {
        let folder = try #require(folder)
        return try GitPolicySource(repository: openRepository(.at("\(folder)/\(name).git")))
    }
}
