import CGit2
import Foundation
import PolicyModel
import PolicyTestSupport
import Testing

@testable import PolicyStore

@Suite("Repositories that cannot be read")
struct UnreadableRepositoryTests {
    private let folder: TemporaryFolder

    init() throws {
        Hermetic.start
        folder = try TemporaryFolder()
    }

    @Test("where there is none, the words name the folder and what helps")
    func none() throws {
        let around = try storeError { try openRepository(.around(folder.path)) }
        #expect(around.code == .notFound && around.message.contains(folder.path))
        #expect(around.hint?.contains("init") == true && around.hint?.contains("--example") == true)
        let at = try storeError { try openRepository(.at(folder.appending("no such folder"))) }
        #expect(at.code == .notFound && at.message.contains("no such folder"))
        #expect(try storeError { try openRepository(.at("a\0b")) }.code == .io)
    }

    @Test("it is found from a folder below, bare or not; a path must be the repository itself")
    func search() throws {
        let repository = try TestRepository(bare: false)
        try repository.commit([.write("a.md", "x")])
        try FileManager.default.createDirectory(
            atPath: repository.path + "/sub/folder", withIntermediateDirectories: true)
        #expect(try openRepository(.around(repository.path + "/sub/folder")).place == repository.path)
        #expect(try openRepository(.at(repository.path + "/.git")).place == repository.path)
        let error = try storeError { try openRepository(.at(repository.path + "/sub")) }
        #expect(error.code == .notFound && error.hint?.contains(repository.path) == true)
        let bare = try TestRepository()
        #expect(try openRepository(.around(bare.path + "/objects")).isBare)
    }

    @Test("one of another owner is refused with its own words, and opened on request", .enabled(if: getuid() == 0))
    func foreignOwner() throws {
        let repository = try TestRepository()
        try repository.commit([.write("a.md", "x")])
        for path in [""] + (try FileManager.default.subpathsOfDirectory(atPath: repository.path)).map({ "/" + $0 }) {
            #expect(chown(repository.path + path, 12_345, 12_345) == 0)
        }
        let error = try storeError { try openRepository(.at(repository.path)) }
        #expect(error.message.contains("another user") && error.hint?.contains("--allow-foreign-owner") == true)
        defer { _ = policyhistory_git_set_owner_validation(1) }
        let opened = try openRepository(.at(repository.path), allowForeignOwner: true)
        #expect(try GitPolicySource(repository: opened).ids == ["a"])
    }

    @Test("SHA-256 and unknown extensions are named")
    func formats() throws {
        try git("init", "-q", "--object-format=sha256", "sha256", in: folder.path)
        let sha256 = try storeError { try openRepository(.at(folder.appending("sha256"))) }
        #expect(sha256.code == .badData && sha256.message.contains("SHA-256"))
        try git("init", "-q", "strange", in: folder.path)
        try git("config", "core.repositoryformatversion", "1", in: folder.appending("strange"))
        try git("config", "extensions.strange", "yes", in: folder.appending("strange"))
        let strange = try storeError { try openRepository(.at(folder.appending("strange"))) }
        #expect(strange.code == .badData && strange.message.contains("strange"))
    }

    @Test("an empty one, and a branch without commits, have nothing to read yet")
    func unborn() throws {
        let empty = try TestRepository()
        let error = try storeError { try empty.source() }
        #expect(error.code == .notFound && error.message.contains("main"))
        try empty.commit([.write("a.md", "x")])
        try git("symbolic-ref", "HEAD", "refs/heads/elsewhere", in: empty.path)
        #expect(try storeError { try empty.source() }.message.contains("elsewhere"))
    }

    @Test("a detached HEAD is read as it stands")
    func detached() throws {
        let repository = try TestRepository()
        let first = try repository.commit([.write("a.md", "1")])
        try repository.commit([.write("a.md", "2")])
        try git("update-ref", "--no-deref", "HEAD", first.description, in: repository.path)
        #expect(try repository.source().commits(of: "a") == [first])
    }

    @Test(
        "a missing commit, tree or text is an error, never a shorter history",
        arguments: ["HEAD~1", "HEAD~1^{tree}", "HEAD~2:deep"])
    func missing(object: String) throws {
        let repository = try TestRepository()
        for number in 1...4 { try repository.commit([.write("deep/a.md", "\(number)")]) }
        try remove(object, from: repository)
        let error = try storeError { try repository.source().histories() }
        #expect(error.code == .badData && error.hint?.contains("fsck") == true)
    }

    @Test("a missing text is told when it is read, and the history is there all the same")
    func missingText() throws {
        let repository = try TestRepository()
        for number in 1...3 { try repository.commit([.write("a.md", "\(number)")]) }
        try remove("HEAD~1:a.md", from: repository)
        let source = try repository.source()
        let records = try #require(try source.history(of: "a")).records
        #expect(records.count == 3)
        #expect(try source.text(of: records[2]) == Array("3".utf8))
        let error = try storeError { try source.content(of: records[1]) }
        #expect(error.code == .badData && error.hint?.contains("partial clone") == true)
    }

    @Test("a damaged object is an error", arguments: ["HEAD~1", "HEAD~1^{tree}", "HEAD~1:a.md"])
    func damaged(object: String) throws {
        let repository = try TestRepository()
        for number in 1...3 { try repository.commit([.write("a.md", "\(number)")]) }
        let path = try loose(object, in: repository)
        try FileManager.default.removeItem(atPath: path)
        try Data("no object".utf8).write(to: URL(filePath: path))
        let error = try storeError {
            let source = try repository.source()
            for record in try source.histories().flatMap(\.records) { _ = try source.content(of: record) }
        }
        #expect(error.code == .badData)
    }

    @Test("an object that is another than its name says is an error")
    func swapped() throws {
        let repository = try TestRepository()
        try repository.commit([.write("a.md", "1"), .write("b.md", "2")])
        let (one, two) = (try loose("HEAD:a.md", in: repository), try loose("HEAD:b.md", in: repository))
        try FileManager.default.removeItem(atPath: one)
        try FileManager.default.copyItem(atPath: two, toPath: one)
        let source = try repository.source()
        let record = try #require(try source.history(of: "a")?.records.first)
        #expect(try storeError { try source.text(of: record) }.code == .badData)
    }

    @Test("a shallow clone is read to its end, and says that it ends there")
    func shallow() throws {
        let repository = try TestRepository()
        for number in 1...4 { try repository.commit([.write("a.md", "\(number)")]) }
        try git("clone", "-q", "--bare", "--depth", "2", "file://" + repository.path, "clone", in: folder.path)
        let source = try GitPolicySource(repository: openRepository(.at(folder.appending("clone"))))
        #expect(try source.history(of: "a")?.records.count == 2)
        #expect(source.findings.map(\.id) == ["history-is-shallow"])
    }

    @Test("a partial clone without texts has its history, and says what is missing when a text is wanted")
    func partial() throws {
        let repository = try TestRepository()
        for number in 1...3 { try repository.commit([.write("a.md", "\(number)")]) }
        try git("config", "uploadpack.allowFilter", "true", in: repository.path)
        try git("clone", "-q", "--bare", "--filter=blob:none", "file://" + repository.path, "clone", in: folder.path)
        let source = try GitPolicySource(repository: openRepository(.at(folder.appending("clone"))))
        let record = try #require(try source.history(of: "a")?.records.first)
        #expect(try storeError { try source.text(of: record) }.hint?.contains("partial clone") == true)
    }

    @Test("revisions are resolved as git does; what git does not know is nil, and an ambiguous one is an error")
    func revisions() throws {
        let repository = try TestRepository()
        let first = try repository.commit([.write("a.md", "1")])
        try repository.commit([.write("a.md", "2")])
        try git("tag", "-a", "-m", "x", "v1", first.description, in: repository.path)
        let source = try repository.source()
        for revision in ["HEAD~1", "v1", "main^", first.description, String(first.description.prefix(12))] {
            #expect(try source.commit(revision: revision) == first)
        }
        for revision in [
            "nothing", "HEAD~9", "HEAD:a.md", "HEAD^{tree}", "a\0b", "", "..", "@{", "v1^{blob}", "HEAD..main",
        ] {
            #expect(try source.commit(revision: revision) == nil)
        }
    }

    private func loose(_ object: String, in repository: TestRepository) throws -> String {
        let id = try git("rev-parse", object, in: repository.path).trimmingCharacters(in: .newlines)
        return "\(repository.path)/objects/\(id.prefix(2))/\(id.dropFirst(2))"
    }

    private func remove(_ object: String, from repository: TestRepository) throws {
        try FileManager.default.removeItem(atPath: try loose(object, in: repository))
    }
}
