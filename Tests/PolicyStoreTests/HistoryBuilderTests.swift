import Foundation
import PolicyModel
import PolicyTestSupport
import Testing

@testable import PolicyStore

@Suite("A repository made of dated snapshots")
struct HistoryBuilderTests {
    private let folder: TemporaryFolder

    init() throws {
        Hermetic.start
        folder = try TemporaryFolder()
    }

    private static let files = [
        FolderFile(path: "policyhistory.yaml", bytes: Array("publisher: Someone\n".utf8)),
        FolderFile(path: "README.md", bytes: Array("# About\n".utf8)),
        snapshot("use", "1", "recorded: 2024-03-01T10:00:00Z\ntitle: Terms of use", "Be kind."),
        FolderFile(path: "use/1/rules.yaml", bytes: Array("rules: []\n".utf8)),
        snapshot("use", "2", "published: 2024-05-01\nreason: Fairness.", "Be kind and fair."),
        FolderFile(
            path: "use/2/policy.fr.md", bytes: Array("---\nlang: fr\ntranslates: \"2\"\n---\n\nSoyez gentils.\n".utf8)),
        snapshot("privacy", "2024-04-01", "effective: unknown", "We keep little.\r\nReally."),
        snapshot("privacy", "B", "published: unknown\neffective: 2024-05-01", "We keep less."),
    ]

    private static func snapshot(_ policy: String, _ label: String, _ front: String, _ text: String) -> FolderFile {
        FolderFile(
            path: "\(policy)/\(label)/policy.md",
            bytes: Array("---\nid: \(policy)\nversion: \"\(label)\"\n\(front)\n---\n\n\(text)\n".utf8))
    }

    private func make(_ name: String, _ files: [FolderFile] = files, bare: Bool = false) throws
        -> HistoryBuilder.Outcome
    {
        try HistoryBuilder { _, label, old, _ in ["- \(label) \(old == nil ? "begins" : "goes on")"] }.create(
            at: folder.appending(name), from: SnapshotFolder(files: files, name: "snapshots"),
            now: Instant(secondsSinceEpoch: 0), bare: bare)
    }

    @Test("git is content with it, and sees one commit a version in the order of their dates")
    func gitIsContent() throws {
        let made = try make("repository")
        let path = folder.appending("repository")
        #expect(try git("fsck", "--strict", "--full", in: path) == "")
        #expect(try git("status", "--porcelain", in: path) == "")
        #expect(try git("symbolic-ref", "HEAD", in: path) == "refs/heads/main\n")
        #expect(
            try git("log", "--reverse", "--format=%H %cI %an <%ae> %s", in: path)
                == zip(
                    made.commits,
                    [
                        "2024-03-01T10:00:00+00:00 policyhistory <policyhistory@localhost> Terms of use 1",
                        "2024-04-01T00:00:00+00:00 policyhistory <policyhistory@localhost> privacy 2024-04-01",
                        "2024-05-01T00:00:00+00:00 policyhistory <policyhistory@localhost> privacy B",
                        "2024-05-01T00:00:00+00:00 policyhistory <policyhistory@localhost> use 2",
                    ]
                ).map { "\($0) \($1)\n" }.joined())
        #expect(
            try git("log", "-1", "--format=%B", in: path)
                == "use 2\n\nFairness.\n\n- 2 goes on\n\nPolicy: use\nVersion: 2\nPublished: 2024-05-01\nEffective: unknown\n\n"
        )
        #expect(
            try git("ls-files", in: path)
                == "policyhistory.yaml\nprivacy/policy.md\nuse/policy.fr.md\nuse/policy.md\n")
    }

    @Test("the texts keep their bytes, in git and in the working folder")
    func bytes() throws {
        _ = try make("repository")
        let privacy = Self.files[6].bytes
        #expect(try Array(git("show", "HEAD~2:privacy/policy.md", in: folder.appending("repository")).utf8) == privacy)
        #expect(try folder.read("repository/privacy/policy.md") == Self.files[7].bytes)
    }

    @Test("the same snapshots give the same commits, bare or not, in whatever order the files come")
    func deterministic() throws {
        let first = try make("first")
        #expect(try make("second", Self.files.reversed(), bare: true).commits == first.commits)
        #expect(try git("fsck", "--strict", in: folder.appending("second")) == "")
    }

    @Test("it is read back as the versions that were put in")
    func readBack() throws {
        _ = try make("repository", bare: true)
        let source = try GitPolicySource(repository: openRepository(.at(folder.appending("repository"))))
        #expect(source.layout == .native)
        #expect(source.settings.publisher == "Someone")
        let use = try #require(try source.history(of: "use"))
        #expect(use.records.map(\.translations.count) == [0, 1])
        #expect(use.records.map { $0.rules != nil } == [true, false])
        #expect(try use.records.map { try source.statement(of: $0)?.label } == ["1", "2"])
        #expect(try source.histories().map(\.id) == ["privacy", "use"])
    }
}
