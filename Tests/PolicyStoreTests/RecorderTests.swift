import Foundation
import PolicyModel
import PolicyTestSupport
import Testing

@testable import PolicyStore

@Suite("Recording a version")
struct RecorderTests {
    private let folder: TemporaryFolder
    private let path: String

    /// A repository with a working folder and one policy, `use`, beside a file that is nobody's policy.
    init() throws {
        Hermetic.start
        folder = try TemporaryFolder()
        path = folder.appending("repository")
        try git("init", "-q", "-b", "main", "repository", in: folder.path)
        try git("config", "user.name", "E Ditor", in: path)
        try git("config", "user.email", "editor@example.com", in: path)
        try folder.write("layout: native\n", to: "repository/policyhistory.yaml")
        try folder.write(Self.text("1"), to: "repository/use/policy.md")
        try folder.write("rules: []\n", to: "repository/use/rules.yaml")
        try folder.write("Soyez gentils.\n", to: "repository/use/policy.fr.md")
        try folder.write("Approved.\n", to: "repository/use/notices/1.md")
        try folder.write("other\n", to: "repository/other.txt")
        try git("add", ".", in: path)
        try git("commit", "-q", "-m", "First", in: path)
    }

    private static func text(_ label: String, _ words: String = "Be kind.") -> String {
        "---\nid: use\nversion: \"\(label)\"\n---\n\n\(words)\n"
    }

    private let now = Instant(secondsSinceEpoch: 1_780_000_000)

    private func working() throws -> WorkingFiles {
        try WorkingFiles(of: GitPolicySource(repository: openRepository(.at(path))))
    }

    private func use() throws -> WorkingPolicy {
        try #require(try working().policies.first { $0.id == "use" })
    }

    private func record(_ policy: WorkingPolicy, _ text: String, message: String = "Use 2\n") throws -> ObjectID? {
        let recorder = try Recorder(repository: openRepository(.at(path)))
        return try recorder.record(
            policy, text: Array(text.utf8), message: message,
            by: Authorship(Authorship.Signature(try recorder.identity(), at: now, offset: 120)))
    }

    @Test("the policy's files are recorded on the branch, and git is content")
    func records() throws {
        try folder.write(Self.text("2", "Be fair."), to: "repository/use/policy.md")
        try folder.write("rules: []\n# more\n", to: "repository/use/rules.yaml")
        let commit = try #require(try record(try use(), Self.text("2", "Be very fair.")))
        #expect(try git("fsck", "--strict", in: path) == "")
        #expect(
            try git("log", "-1", "--format=%H %an <%ae> %cn %ci %P %s", in: path)
                == "\(commit) E Ditor <editor@example.com> E Ditor 2026-05-28 22:26:40 +0200 \(try git("rev-parse", "HEAD~1", in: path).prefix(40)) Use 2\n"
        )
        #expect(try git("show", "HEAD:use/policy.md", in: path) == Self.text("2", "Be very fair."))
        #expect(try folder.read("repository/use/policy.md") == Array(Self.text("2", "Be very fair.").utf8))
        #expect(
            try git("show", "--format=", "--name-status", "HEAD", in: path) == "M\tuse/policy.md\nM\tuse/rules.yaml\n")
        #expect(try git("status", "--porcelain", in: path) == "")
        #expect(try git("reflog", "-1", "--format=%gs", in: path) == "commit: Use 2\n")
    }

    @Test("what is staged for other work stays staged, and unstaged stays unstaged")
    func leavesOthersAlone() throws {
        try folder.write("staged\n", to: "repository/other.txt")
        try folder.write("new\n", to: "repository/added.txt")
        try git("add", "other.txt", "added.txt", in: path)
        try folder.write("unstaged\n", to: "repository/other.txt")
        try folder.write("changed\n", to: "repository/use/notices/1.md")
        try folder.write(Self.text("1", "staged words"), to: "repository/use/policy.md")
        try git("add", "use/policy.md", in: path)
        _ = try record(try use(), Self.text("2"))
        #expect(try git("status", "--porcelain", in: path) == "A  added.txt\nMM other.txt\n M use/notices/1.md\n")
        #expect(try git("show", "--format=", "--name-only", "HEAD", in: path) == "use/policy.md\n")
    }

    @Test("a file that was removed from the policy goes, one that came is added, and modes are kept")
    func addedAndRemoved() throws {
        try git("update-index", "--chmod=+x", "use/policy.md", in: path)
        try git("commit", "-q", "-m", "Mode", in: path)
        try FileManager.default.removeItem(atPath: path + "/use/policy.fr.md")
        try folder.write("Sei nett.\n", to: "repository/use/policy.de.md")
        let policy = try use()
        #expect(policy.changedFiles == ["use/policy.de.md", "use/policy.fr.md"])
        _ = try record(policy, Self.text("1"))
        #expect(
            try git("show", "--format=", "--name-status", "HEAD", in: path)
                == "A\tuse/policy.de.md\nD\tuse/policy.fr.md\n")
        #expect(try git("ls-files", "-s", "use/policy.md", in: path).hasPrefix("100755"))
    }

    @Test("a new policy is found in the working folder and recorded")
    func newPolicy() throws {
        try folder.write("---\nid: privacy\n---\n\nLittle.\n", to: "repository/data/policy.md")
        try folder.write("x\n", to: "repository/drafts/policy.md")
        try folder.write("drafts\n", to: "repository/.gitignore")
        try folder.write("x\n", to: "repository/.hidden/policy.md")
        try folder.write("x\n", to: "repository/noText/rules.yaml")
        try git("init", "-q", "nested", in: path)
        try folder.write("x\n", to: "repository/nested/policy.md")
        let found = try working().policies
        #expect(found.map(\.id) == ["privacy", "use"])
        #expect(found.map(\.path) == ["data", "use"])
        #expect(found[0].recorded == nil && found[1].recorded != nil)
        #expect(found[0].changedFiles == ["data/policy.md"] && found[1].changedFiles.isEmpty)
        #expect(try record(found[0], "---\nid: privacy\nversion: \"1\"\n---\n\nLittle.\n") != nil)
        #expect(try GitPolicySource(repository: openRepository(.at(path))).ids == ["privacy", "use"])
    }

    @Test("where nothing differs nothing is recorded")
    func nothing() throws {
        let before = try git("rev-parse", "HEAD", in: path)
        #expect(try record(try use(), Self.text("1")) == nil)
        #expect(try git("rev-parse", "HEAD", in: path) == before)
        #expect(try git("count-objects", in: path) == git("count-objects", in: path))
    }

    @Test("a branch that moved meanwhile is not overwritten, and no file is touched")
    func moved() throws {
        try folder.write(Self.text("2", "Mine."), to: "repository/use/policy.md")
        let policy = try use()
        try git("commit", "-q", "--allow-empty", "-m", "Somebody else", in: path)
        let error = try storeError { try record(policy, Self.text("2", "Ours.")) }
        #expect(error.message.contains("moved") && error.message.contains("nothing was recorded"))
        #expect(try git("log", "-1", "--format=%s", in: path) == "Somebody else\n")
        #expect(try folder.read("repository/use/policy.md") == Array(Self.text("2", "Mine.").utf8))
        #expect(try folder.everything().filter { $0.contains(".policyhistory-") } == [])
    }

    @Test("the last step itself refuses a branch that moved after all was prepared")
    func compareAndSwap() throws {
        let repository = try GitRepository(at: path, search: false)
        let head = try #require(try repository.head().commit)
        let tree = try repository.commit(head).tree
        let signature = GitSignature(name: "A", email: "a@example.com", time: now)
        try git("commit", "-q", "--allow-empty", "-m", "Somebody else", in: path)
        #expect(throws: GitError.self) {
            try repository.write(commitOf: tree, parents: [head], message: "x\n", by: signature, moving: "HEAD")
        }
        #expect(try git("log", "-1", "--format=%s", in: path) == "Somebody else\n")
    }

    @Test(
        "a lock that another git left is named, and nothing is recorded",
        arguments: ["index.lock", "refs/heads/main.lock", "HEAD.lock"])
    func locks(name: String) throws {
        try folder.write("", to: "repository/.git/\(name)")
        let before = try folder.everything()
        let error = try storeError { try record(try use(), Self.text("2")) }
        #expect(error.message.contains(name) && error.hint?.contains("remove that file") == true)
        #expect(try folder.everything() == before)
    }

    @Test("an index that cannot be read is found before anything is recorded")
    func damagedIndex() throws {
        let policy = try use()
        try folder.write("no index", to: "repository/.git/index")
        let before = try git("rev-parse", "HEAD", in: path)
        #expect(throws: StoreError.self) { try record(policy, Self.text("2")) }
        #expect(try git("rev-parse", "HEAD", in: path) == before)
        #expect(try folder.read("repository/use/policy.md") == Array(Self.text("1").utf8))
    }

    @Test("a working file that changed since it was read is not recorded in its old state")
    func changedMeanwhile() throws {
        let policy = try use()
        try folder.write("rules: [new]\n", to: "repository/use/rules.yaml")
        #expect(try storeError { try record(policy, Self.text("2")) }.message.contains("use/rules.yaml"))
    }

    @Test("no name, or one that a commit cannot carry, is refused")
    func identity() throws {
        let recorder = try Recorder(repository: openRepository(.at(path)))
        #expect(try recorder.identity() == Identity(name: "E Ditor", email: "editor@example.com"))
        try git("config", "user.name", "E\nDitor", in: path)
        #expect(try storeError { try recorder.identity() }.message.contains("user.name"))
        try git("config", "--unset", "user.name", in: path)
        let error = try storeError { try recorder.identity() }
        #expect(error.code == .usage && error.hint?.contains("git config --global user.name") == true)
    }

    @Test("git's variables say who records and when, each in its own right")
    func variables() throws {
        let recorder = try Recorder(repository: openRepository(.at(path)))
        let environment = [
            "GIT_AUTHOR_NAME": "A Uthor", "GIT_AUTHOR_DATE": "Thu, 07 Apr 2005 22:13:13 +0200",
            "GIT_COMMITTER_EMAIL": "c@example.com",
            "GIT_COMMITTER_DATE": "2026-03-25T10:00:00+01:00",
        ]
        let authorship = try recorder.authorship(environment: environment, now: now)
        #expect(authorship.author.identity == Identity(name: "A Uthor", email: "editor@example.com"))
        #expect(authorship.committer.identity == Identity(name: "E Ditor", email: "c@example.com"))
        let policy = try use()
        try folder.write(Self.text("2"), to: "repository/use/policy.md")
        _ = try recorder.record(try use(), text: Array(Self.text("2").utf8), message: "Use 2\n", by: authorship)
        #expect(policy.id == "use")
        #expect(
            try git("log", "-1", "--format=%an %ae %ai %cn %ce %ci", in: path)
                == "A Uthor editor@example.com 2005-04-07 22:13:13 +0200 E Ditor c@example.com 2026-03-25 10:00:00 +0100\n"
        )
        try git("config", "--unset", "user.name", in: path)
        #expect(
            try storeError { try recorder.authorship(environment: environment, now: now) }.message.contains("user.name")
        )
        #expect(
            try storeError { try recorder.authorship(environment: ["GIT_AUTHOR_NAME": "A\nB"], now: now) }.message
                .contains("GIT_AUTHOR_NAME"))
    }

    @Test(
        "dates are read as git writes them, with their zone",
        arguments: [
            ("1112911993 +0200", 1_112_911_993, 120), ("@-86400 -0130", -86_400, -90),
            ("2005-04-07T22:13:13+02:00", 1_112_904_793, 120), ("2005-04-07T20:13:13Z", 1_112_904_793, 0),
            ("2005-04-07 22:13:13 +0200", 1_112_904_793, 120), ("Thu, 7 Apr 2005 22:13:13 +0200", 1_112_904_793, 120),
        ])
    func dates(text: String, seconds: Int64, offset: Int) throws {
        let date = try #require(GitDate(text))
        #expect(date.moment == Instant(secondsSinceEpoch: seconds) && date.offset == offset)
    }

    @Test(
        "a date without a zone, or that does not exist, is refused",
        arguments: [
            "2005-04-07T22:13:13", "1112911993", "2005-02-30 22:13:13 +0200", "yesterday", "", "7 Foo 2005 1:2 +0200",
        ])
    func wrongDates(text: String) throws {
        #expect(GitDate(text) == nil)
        guard !text.isEmpty else { return }
        let recorder = try Recorder(repository: openRepository(.at(path)))
        let error = try storeError {
            try recorder.authorship(environment: ["GIT_COMMITTER_DATE": text], now: now)
        }
        #expect(error.message.contains("GIT_COMMITTER_DATE"))
    }

    @Test("a bare repository, a detached HEAD and an unfinished merge are refused")
    func refusals() throws {
        let bare = try TestRepository()
        try bare.commit([.policy("a", label: "1", "x"), .write("policyhistory.yaml", "")])
        #expect(try storeError { try Recorder(repository: openRepository(.at(bare.path))) }.message.contains("bare"))
        #expect(try storeError { try WorkingFiles(of: bare.source()) }.message.contains("bare"))

        try folder.write(String(repeating: "0", count: 40), to: "repository/.git/MERGE_HEAD")
        #expect(try storeError { try record(try use(), Self.text("2")) }.message.contains("under way"))
        try FileManager.default.removeItem(atPath: path + "/.git/MERGE_HEAD")
        try git("checkout", "-q", "--detach", in: path)
        #expect(try storeError { try record(try use(), Self.text("2")) }.hint?.contains("git switch") == true)
    }

    @Test("a symbolic link in place of a policy's file is refused, not followed")
    func symlink() throws {
        try folder.write("secret\n", to: "secret")
        try FileManager.default.removeItem(atPath: path + "/use/rules.yaml")
        try FileManager.default.createSymbolicLink(
            atPath: path + "/use/rules.yaml", withDestinationPath: folder.appending("secret"))
        let error = try storeError { try working() }
        #expect(error.message.contains("use/rules.yaml") && error.message.contains("symbolic link"))
    }

    @Test("a deleted policy is seen, and has no version to record")
    func deleted() throws {
        try FileManager.default.removeItem(atPath: path + "/use/policy.md")
        let policy = try use()
        #expect(policy.text == nil && policy.files.isEmpty)
        #expect(policy.changedFiles == ["use/policy.md"])
        #expect(try storeError { try record(policy, Self.text("2")) }.code == .notFound)
    }

    @Test("a name that is not UTF-8 is not taken for a deleted policy")
    func oddName() throws {
        let repository = try TestRepository(bare: false)
        try repository.commit([.writeBytes([0xE9] + Array(".md".utf8), [1]), .write("a.md", "x")])
        try git("reset", "-q", "--hard", in: repository.path)
        #expect(try WorkingFiles(of: repository.source()).policies.map(\.id) == ["a"])
    }

    @Test("two working policies with one id are an error that names both")
    func duplicateWorkingIDs() throws {
        try folder.write(Self.text("1"), to: "repository/copy/policy.md")
        let finding = try #require(try working().findings.first)
        #expect(
            finding.id == "duplicate-policy-id" && finding.message.contains("copy") && finding.message.contains("use"))
    }

    @Test("a message that git cannot store is refused", arguments: ["nothing", "blanks", "NUL"])
    func messages(kind: String) throws {
        let message = ["nothing": "", "blanks": " \n", "NUL": "a\0b"][kind, default: ""]
        #expect(try storeError { try record(try use(), Self.text("2"), message: message) }.code == .usage)
    }

    @Test("the working files of a repository with a root and of a linked worktree are found")
    func rootAndWorktree() throws {
        try git("worktree", "add", "-q", "-b", "draft", folder.appending("draft"), in: path)
        try folder.write(Self.text("2", "Draft."), to: "draft/use/policy.md")
        let repository = try openRepository(.around(folder.appending("draft/use")))
        let source = try GitPolicySource(repository: repository)
        let policy = try #require(try WorkingFiles(of: source).policies.first)
        let recorder = try Recorder(repository: repository)
        _ = try recorder.record(
            policy, text: Array(Self.text("2", "Draft.").utf8), message: "Draft\n",
            by: Authorship(Authorship.Signature(try recorder.identity(), at: now)))
        #expect(try git("log", "--format=%s", "draft", in: path) == "Draft\nFirst\n")
        #expect(try git("status", "--porcelain", in: folder.appending("draft")) == "")
        #expect(try git("log", "--format=%s", "main", in: path) == "First\n")
    }
}
