import Foundation
import PolicyModel
import PolicyTestSupport
import Testing

@testable import PolicyStore

@Suite("Where a repository is made")
struct NewRepositoryTests {
    private let folder: TemporaryFolder
    private let builder = HistoryBuilder { _, _, _, _ in [] }
    private let now = Instant(secondsSinceEpoch: 1_780_000_000)

    init() throws {
        Hermetic.start
        folder = try TemporaryFolder()
    }

    @Test("without snapshots it holds settings and one commit, and reads back as native and empty")
    func empty() throws {
        let made = try builder.create(at: folder.appending("new/deep/policies/"), from: nil, now: now)
        #expect(made.commits.count == 1)
        let path = folder.appending("new/deep/policies")
        #expect(made.path == path)
        #expect(try git("ls-files", in: path) == "policyhistory.yaml\n")
        #expect(try git("status", "--porcelain", in: path) == "" && git("fsck", "--strict", in: path) == "")
        #expect(try git("log", "--format=%cI", in: path) == "2026-05-28T20:26:40+00:00\n")
        let source = try GitPolicySource(repository: openRepository(.at(path)))
        #expect(source.layout == .native && source.findings.isEmpty)
        #expect(try source.histories().isEmpty)
        #expect(try WorkingFiles(of: source).policies.isEmpty)
    }

    @Test("an empty folder stays the same folder, and gets the repository")
    func emptyFolder() throws {
        let path = folder.appending("standing here")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        let inode = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
        _ = try builder.create(at: path, from: nil, now: now)
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int == inode)
        #expect(try FileManager.default.contentsOfDirectory(atPath: path).sorted() == [".git", "policyhistory.yaml"])
        #expect(try git("status", "--porcelain", in: path) == "")
    }

    @Test(
        "what exists is never written over", arguments: ["folder/file", "folder", "folder/.git/HEAD", "folder/sub/x"])
    func exists(name: String) throws {
        try folder.write("mine", to: name)
        let before = try folder.everything()
        let error = try storeError { try builder.create(at: folder.appending("folder"), from: nil, now: now) }
        #expect(error.code == .usage && error.message.contains(folder.appending("folder")))
        #expect(try folder.everything() == before)
    }

    @Test("a dangling link is something that exists")
    func danglingLink() throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.appending("link"), withDestinationPath: "/nonexistent")
        #expect(try storeError { try builder.create(at: folder.appending("link"), from: nil, now: now) }.code == .usage)
    }

    @Test("a failure leaves nothing behind", arguments: ["new/deep", "empty"])
    func failure(name: String) throws {
        try FileManager.default.createDirectory(atPath: folder.appending("empty"), withIntermediateDirectories: false)
        let before = try folder.everything()
        // A name that a tree cannot hold is found only when the tree is written.
        let snapshots = try SnapshotFolder(
            files: [FolderFile(path: ".git/2024-01-01/policy.md", bytes: Array("x".utf8))], name: "snapshots")
        let error = try storeError { try builder.create(at: folder.appending(name), from: snapshots, now: now) }
        #expect(error.code == .io)
        #expect(try folder.everything() == before)
    }

    @Test("a place that cannot be written to is named")
    func unwritable() throws {
        try folder.write("a file", to: "file")
        let error = try storeError { try builder.create(at: folder.appending("file/new"), from: nil, now: now) }
        #expect(error.message.contains(folder.appending("file")))
        #expect(try folder.everything() == ["file"])
    }
}

@Suite("Folders of dated snapshots")
struct SnapshotFolderTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func read() throws -> SnapshotFolder { try SnapshotFolder(reading: folder.path) }

    @Test(
        "the moment comes from recorded, else published, else effective, else the label, else the folder",
        arguments: [
            ("recorded: 2024-01-01T12:30:00Z\npublished: 2024-02-01", "1", "2024-01-01T12:30:00Z"),
            ("published: 2024-02-01\neffective: 2024-03-01", "1", "2024-02-01T00:00:00Z"),
            ("published: unknown\neffective: 2024-03-01", "1", "2024-03-01T00:00:00Z"),
            ("effective: {default: unknown, new-users: 2024-03-01}\nversion: 2024-04-01", "1", "2024-04-01T00:00:00Z"),
            ("published: unknown", "2024-05-01", "2024-05-01T00:00:00Z"),
        ])
    func moments(front: String, name: String, moment: String) throws {
        try folder.write("---\n\(front)\n---\n\nx\n", to: "use/\(name)/policy.md")
        #expect(try read().versions.map(\.recorded) == [try #require(Instant(rfc3339: moment))])
    }

    @Test("a snapshot without any date is an error that names its file")
    func noDate() throws {
        try folder.write("---\nversion: first\n---\n\nx\n", to: "use/first/policy.md")
        let error = try storeError { try read() }
        #expect(error.code == .badData && error.message.contains("use/first/policy.md") && error.hint != nil)
    }

    @Test("a snapshot without a text, and a folder without snapshots, are errors")
    func incomplete() throws {
        #expect(try storeError { try read() }.code == .badData)
        try folder.write("rules: []", to: "use/2024-01-01/rules.yaml")
        #expect(try storeError { try read() }.message.contains("use/2024-01-01"))
        #expect(try storeError { try SnapshotFolder(reading: folder.appending("none")) }.code == .notFound)
    }

    @Test("other files are passed over, links to policies refused")
    func otherFiles() throws {
        try folder.write("x", to: "use/2024-01-01/policy.md")
        try folder.write("x", to: "use/2024-01-01/notes.md")
        try folder.write("# About", to: "README.md")
        try folder.write("x", to: ".git/2024-01-01/policy.md")
        #expect(try read().versions.flatMap(\.files).map(\.path) == ["policy.md"])
        try FileManager.default.createDirectory(
            atPath: folder.appending("use/2024-02-01"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: folder.appending("use/2024-02-01/policy.md"), withDestinationPath: "/etc/passwd")
        #expect(try storeError { try read() }.message.contains("symbolic link"))
    }

    @Test("moments before 1970 keep their order, and git gets a date it can store")
    func beforeTheEpoch() throws {
        try folder.write("---\npublished: 1965-01-01\n---\n\nold\n", to: "use/b/policy.md")
        try folder.write("---\npublished: 1969-01-01\n---\n\nnew\n", to: "use/a/policy.md")
        let snapshots = try read()
        #expect(snapshots.versions.map(\.snapshot) == ["b", "a"])
        #expect(snapshots.findings.map(\.id).filter { $0 == "recorded-before-1970" }.count == 2)
        let out = try TemporaryFolder()
        _ = try HistoryBuilder { _, _, _, _ in [] }.create(
            at: out.appending("r"), from: snapshots, now: Instant(secondsSinceEpoch: 0))
        #expect(try git("fsck", "--strict", in: out.appending("r")) == "")
        #expect(try git("log", "--format=%ct %s", in: out.appending("r")) == "0 use a\n0 use b\n")
    }
}

@Suite("The example")
struct ExampleRepositoryTests {
    private let folder: TemporaryFolder
    private let files = [
        FolderFile(path: "use/2024-01-01/policy.md", bytes: Array("First.\n".utf8)),
        FolderFile(path: "use/2024-02-01/policy.md", bytes: Array("Second.\n".utf8)),
    ]

    init() throws {
        Hermetic.start
        folder = try TemporaryFolder()
    }

    private func open(_ folders: [String]) throws -> GitRepository {
        try ExampleRepository.open(files: files, cacheFolders: folders) { _, _, _, _ in [] }
    }

    private func count(_ repository: GitRepository) throws -> Int? {
        try GitPolicySource(repository: repository).history(of: "use")?.records.count
    }

    @Test("it is made once, kept, and leaves nothing else in the cache")
    func keeps() throws {
        let cache = folder.appending("cache/policyhistory")
        let first = try open([cache])
        #expect(try count(first) == 2 && first.isBare)
        let after = try folder.everything()
        #expect(try open([cache]).place == first.place)
        #expect(try folder.everything() == after)
        #expect(try FileManager.default.contentsOfDirectory(atPath: cache).count == 1)
    }

    @Test(
        "a damaged one is made anew",
        arguments: ["HEAD", "policyhistory-newest", "refs/heads/main", "objects/pack", "objects"])
    func rebuilds(victim: String) throws {
        let cache = folder.appending("cache")
        let path = try open([cache]).place
        try FileManager.default.removeItem(atPath: path + "/" + victim)
        let again = try open([cache])
        #expect(again.place == path)
        #expect(try count(again) == 2)
        #expect(try FileManager.default.contentsOfDirectory(atPath: cache).count == 1)
    }

    @Test("where the cache cannot be written to the next folder is taken; where none can, all are named")
    func fallsBack() throws {
        try folder.write("a file", to: "file")
        let repository = try open([folder.appending("file/cache"), folder.appending("other")])
        #expect(repository.place.hasPrefix(folder.appending("other")))
        let error = try storeError { try open([folder.appending("file/a"), folder.appending("file/b")]) }
        #expect(error.code == .io && error.message.contains(folder.appending("file")))
    }

    @Test("other files make another repository beside it")
    func otherFiles() throws {
        let first = try open([folder.path])
        let other = try ExampleRepository.open(files: [files[0]], cacheFolders: [folder.path]) { _, _, _, _ in [] }
        #expect(first.place != other.place)
    }

    @Test("several at once all get a whole one")
    func atOnce() async throws {
        let cache = folder.appending("cache")
        let counts = try await withThrowingTaskGroup(of: Int?.self) { group in
            for _ in 0..<8 { group.addTask { try count(try open([cache])) } }
            return try await group.reduce(into: [Int?]()) { $0.append($1) }
        }
        #expect(counts == [Int?](repeating: 2, count: 8))
        #expect(try FileManager.default.contentsOfDirectory(atPath: cache).count == 1)
    }
}
