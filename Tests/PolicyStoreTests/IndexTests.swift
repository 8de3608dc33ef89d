import Foundation
import PolicyIndex
import PolicyModel
import PolicyTestSupport
import Testing

@testable import PolicyStore

@Suite("The index")
struct IndexTests {
    /// All that a source answers, for comparing one with an index and one without.
    struct Answers: Hashable {
        let histories: [PolicyHistory]
        let single: [PolicyHistory?]
        let statements: [[VersionStatement?]]
        let positions: [Int?]
        let findings: [Finding]

        init(_ source: GitPolicySource, single first: Bool) throws {
            let unknown = PolicyID("no such policy")
            var single: [PolicyHistory?] = []
            // Asked one by one before anything else, as a question about one policy does.
            if first { single = try ["a", "b/a", "use", unknown].map { try source.history(of: $0) } }
            histories = try source.histories()
            if !first { single = try ["a", "b/a", "use", unknown].map { try source.history(of: $0) } }
            self.single = single
            statements = try histories.map { try $0.records.map { try source.statement(of: $0) } }
            positions = try histories.flatMap { try $0.records.map { try source.position(of: $0.commit) } }
            findings = source.findings
        }
    }

    static func source(
        _ repository: TestRepository, layout: Layout? = nil, maker: String = "test", indexed: Bool = true,
        today: CivilDate = CivilDate(daysSinceEpoch: 20_000)
    ) throws -> GitPolicySource {
        let git = try openRepository(.at(repository.path))
        let index = indexed ? try openIndex(of: git, view: "", maker: maker, caches: [], today: today) : nil
        return try GitPolicySource(repository: git, layout: layout, index: index)
    }

    /// Expects that the index, brought up to date or not, changes no answer; what was worked out is kept for the next time.
    static func expectSameAnswers(_ repository: TestRepository, layout: Layout? = nil) throws {
        let plain = try Answers(source(repository, layout: layout, indexed: false), single: false)
        for single in [true, false] {
            let source = try source(repository, layout: layout)
            #expect(try Answers(source, single: single) == plain)
            #expect(source.indexFailure == nil)
            #expect(source.keepResults() == nil)
        }
    }

    static func text(_ random: inout some RandomNumberGenerator, id: String?) -> String {
        let lines = (0..<6).map { _ in "You must \(Int.random(in: 0..<9, using: &random))." }.joined(separator: "\n\n")
        let day = Int.random(in: 1...28, using: &random)
        let dated = Bool.random(using: &random) ? "Effective March \(day), 2024\n\n" : ""
        guard let id else { return dated + lines }
        return "---\nid: \(id)\nversion: \"\(Int.random(in: 1...4, using: &random))\"\n---\n\n\(lines)\n"
    }

    @Test("changes no answer, on generated histories that grow", arguments: 0..<16, Layout.allCases)
    func grows(seed: Int, layout: Layout) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let repository = try TestRepository()
        var live: Set<String> = []
        let folders = ["a", "b", "c", "d/e"]
        let names =
            layout == .native
            ? folders.map { "\($0)/policy.md" } + ["a/rules.yaml", "b/policy.fr.md"]
            : ["a.md", "b/a.md", "b/c.md", "README.md", "c.txt", "d.markdown"]
        for step in 0..<24 {
            var edits: [TestRepository.Edit] = []
            var free = Set(names)
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                guard let name = free.sorted().randomElement(using: &random) else { continue }
                free.remove(name)
                switch Int.random(in: 0..<8, using: &random) {
                case 0 where live.contains(name):
                    edits.append(.delete(name))
                    live.remove(name)
                case 1 where live.contains(name):
                    guard let target = free.subtracting(live).sorted().randomElement(using: &random) else { continue }
                    free.remove(target)
                    edits.append(.move(name, to: target))
                    live.remove(name)
                    live.insert(target)
                case 2: edits.append(.symlink("link\(step).md", to: "a.md"))
                default:
                    let id = layout == .native ? ["use", "b", "other"].randomElement(using: &random) : nil
                    edits.append(.write(name, Self.text(&random, id: id)))
                    live.insert(name)
                }
            }
            let day = 1 + (step * 3 + Int.random(in: 0..<4, using: &random)) % 28
            try repository.commit(edits, at: "2024-\(step < 12 ? "03" : "04")-\(day < 10 ? "0" : "")\(day)")
            if Int.random(in: 0..<3, using: &random) == 0 {
                try Self.expectSameAnswers(repository, layout: layout)
            }
        }
        try Self.expectSameAnswers(repository, layout: layout)
    }

    @Test(
        "notices that history was rewritten between two questions: an amended commit, a branch set back, another history"
    )
    func rewritten() throws {
        let repository = try TestRepository()
        let first = try repository.commit([.write("a.md", "You must ask.")])
        let second = try repository.commit([.write("a.md", "You may ask."), .write("b/a.md", "x")])
        try Self.expectSameAnswers(repository)
        try repository.commit([.write("a.md", "You need not ask.")], parents: [first])  // Amended.
        try Self.expectSameAnswers(repository)
        try repository.commit([.write("a.md", "You must not ask.")], parents: [second])  // Back on the old line.
        try Self.expectSameAnswers(repository)
        try repository.commit([.write("use.md", "You must ask.")], parents: [])  // Nothing in common.
        try Self.expectSameAnswers(repository)
    }

    @Test("reads only what is new, and the whole history only where it must")
    func refreshes() throws {
        let repository = try TestRepository()
        try repository.commit([.write("a.md", "1")])
        try repository.commit([.write("a.md", "2")])
        #expect(try Self.source(repository).refreshIndex() == .readWhole(commits: 2))
        #expect(try Self.source(repository).refreshIndex() == .nothingNew)
        try repository.commit([.write("a.md", "3")])
        #expect(try Self.source(repository).refreshIndex() == .added(commits: 1))
        #expect(try Self.source(repository, layout: .native).refreshIndex() == .readWhole(commits: 3))
        #expect(try Self.source(repository, maker: "another program").refreshIndex() == .readWhole(commits: 3))
        #expect(try Self.source(repository).refreshIndex(anew: true) == .readWhole(commits: 3))
    }

    @Test("is not trusted where any of its bytes was changed, and is made anew")
    func flippedBytes() throws {
        let repository = try TestRepository()
        for number in 0..<8 {
            try repository.commit([
                .write("a.md", "Effective March \(number + 1), 2024\n\nYou must \(number)."),
                .write("b/a.md", "Text \(number)"),
            ])
        }
        try Self.expectSameAnswers(repository)
        let folder = try #require(try Self.source(repository).indexFolder)
        var random = SeededRandom(seed: 7)
        for _ in 0..<60 {
            // The log is folded into the file when its last reader closes it: closed here so that there is one file to spoil.
            for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
                let path = "\(folder)/\(name)"
                var bytes = try Data(contentsOf: URL(filePath: path))
                if bytes.isEmpty || name.hasSuffix("-shm") { continue }
                for _ in 0..<4 {
                    bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
                }
                try bytes.write(to: URL(filePath: path))
            }
            try Self.expectSameAnswers(repository)
        }
    }

    @Test("is made anew where it is cut short, empty, or no index at all", arguments: [0, 1, 100, 5_000])
    func cutShort(length: Int) throws {
        let repository = try TestRepository()
        for number in 0..<5 { try repository.commit([.write("a.md", "Text \(number)")]) }
        try Self.expectSameAnswers(repository)
        let folder = try #require(try Self.source(repository).indexFolder)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            let path = "\(folder)/\(name)"
            try FileManager.default.removeItem(atPath: path)
            if name.hasSuffix(".sqlite") { try Data(repeating: 65, count: length).write(to: URL(filePath: path)) }
        }
        try Self.expectSameAnswers(repository)
    }

    @Test("lies in the cache folder where the repository cannot be written to, and nowhere where neither can")
    func readOnly() throws {
        let repository = try TestRepository()
        try repository.commit([.write("a.md", "1")])
        // A file where the folder should be: permissions would not stop a test that runs as root.
        try Data().write(to: URL(filePath: repository.path + "/policyhistory"))
        let cache = try TemporaryFolder()
        let git = try openRepository(.at(repository.path))
        let index = try openIndex(
            of: git, view: "", maker: "test", caches: [cache.path], today: CivilDate(daysSinceEpoch: 0))
        let source = try GitPolicySource(repository: git, index: index)
        #expect(source.indexFolder?.hasPrefix(cache.path + "/indexes/") == true)
        #expect(try source.ids == ["a"])
        let nowhere = try GitPolicySource(
            repository: git,
            index: try openIndex(of: git, view: "", maker: "test", caches: [], today: CivilDate(daysSinceEpoch: 0)))
        #expect(nowhere.indexFolder == nil)
        #expect(try nowhere.ids == ["a"])
    }

    @Test("is built by one of several that begin at once, and all of them answer the same")
    func severalAtOnce() throws {
        let repository = try TestRepository()
        for number in 0..<40 {
            try repository.commit([.write("a.md", "Text \(number)"), .write("b/a.md", "\(number)")])
        }
        let plain = try Answers(Self.source(repository, indexed: false), single: false)
        for _ in 0..<5 {
            let folder = repository.path + "/policyhistory"
            try? FileManager.default.removeItem(atPath: folder)
            DispatchQueue.concurrentPerform(iterations: 4) { _ in
                let answers = try? Answers(Self.source(repository), single: true)
                #expect(answers == plain)
            }
        }
    }
}
