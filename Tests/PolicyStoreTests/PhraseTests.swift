import Foundation
import PolicyModel
import PolicyTestSupport
import Testing

@testable import PolicyIndex
@testable import PolicyStore

@Suite("Phrases")
struct PhraseTests {
    /// Returns the commits of all records in which a phrase was found.
    static func commits(_ phrase: String, isPrefix: Bool = false, in source: GitPolicySource) throws -> Set<ObjectID> {
        try source.find(phrase, isPrefix: isPrefix) { found, _ in
            var commits: Set<ObjectID> = []
            for found in found {
                guard let history = try source.history(of: found.policy) else { continue }
                let held = Set(found.clauses.flatMap { $0.contents.joined() }.map { found.contents[$0] })
                for record in history.records {
                    if let content = FoundPhrase.Content(record), held.contains(content) {
                        commits.insert(record.commit)
                    }
                }
            }
            return commits
        }
    }

    /// Returns the policies in which a phrase was found, and the clauses that hold it.
    static func found(_ phrase: String, in source: GitPolicySource) throws -> (policies: [PolicyID], clauses: [String])
    {
        try source.find(phrase, isPrefix: false) { found, clauses in
            (found.map(\.policy), try found.flatMap(\.clauses).map { try clauses.text(of: $0.number) })
        }
    }

    @Test("are found in exactly the versions that a reader of every version finds them in", arguments: 0..<6)
    func againstReading(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let words = ["alpha", "beta", "gamma", "delta"]
        let repository = try TestRepository()
        for step in 0..<15 {
            var edits: [TestRepository.Edit] = []
            for name in ["a.md", "b/a.md"] where Bool.random(using: &random) {
                let clauses = (0..<3).map { _ in
                    (0..<4).compactMap { _ in words.randomElement(using: &random) }.joined(separator: " ")
                }
                edits.append(.write(name, clauses.joined(separator: "\n\n")))
            }
            if edits.isEmpty { continue }
            try repository.commit(edits)
            // Looked up now and then on the way, so that most of it is added to what was there.
            guard step % 4 == 3 || step == 14 else { continue }
            let plain = try IndexTests.source(repository, indexed: false)
            for phrase in ["alpha", "alpha beta", "gamma delta alpha", "beta beta"] {
                var expected: Set<ObjectID> = []
                for record in try plain.histories().flatMap(\.records) {
                    let clauses = try plain.content(of: record).document.clauses.map { " \($0.text) " }
                    if clauses.contains(where: { $0.contains(" \(phrase) ") }) { expected.insert(record.commit) }
                }
                #expect(try Self.commits(phrase, in: IndexTests.source(repository)) == expected)
                #expect(try Self.commits(phrase, in: plain) == expected)
            }
        }
    }

    @Test(
        "are found whatever the case and the accents; a prefix lets the last word go on",
        arguments: [
            ("donnees personnelles", false, true), ("DONNÉES", false, true), ("donn", false, false),
            ("donn", true, true),
            ("vos donn", true, true), ("donnees vos", false, false), ("\"", false, false), ("a AND b", false, false),
            ("NEAR(vos)", false, false),
        ])
    func folded(phrase: String, isPrefix: Bool, isFound: Bool) throws {
        let repository = try TestRepository()
        try repository.commit([.write("a.md", "# Titre\n\nVos données personnelles sont gardées.\n")])
        let source = try IndexTests.source(repository)
        #expect(try Self.commits(phrase, isPrefix: isPrefix, in: source).isEmpty == !isFound)
    }

    @Test("are found in rules as in texts, and under the name that a policy bears now")
    func rulesAndNames() throws {
        let repository = try TestRepository()
        let first = try repository.commit([
            .policy("a", id: "old", label: "1", "You must ask."),
            .write("a/rules.yaml", "rules:\n  - {id: r, type: duty, action: keep the register}\n"),
        ])
        #expect(try Self.commits("keep the register", in: IndexTests.source(repository, layout: .native)) == [first])
        let second = try repository.commit([.policy("a", id: "new", label: "2", "You must ask twice.")])
        let source = try IndexTests.source(repository, layout: .native)
        #expect(try Self.commits("register", in: source) == [first, second])
        #expect(try Self.found("twice", in: source).policies == ["new"])
    }

    @Test("are found and quoted beside a character that ends texts elsewhere")
    func nul() throws {
        let repository = try TestRepository()
        let first = try repository.commit([
            .policy("a", id: "a", label: "1", "You must ask."),
            .write("a/rules.yaml", "rules:\n  - {id: r, type: duty, action: \"keep\\0the register\"}\n"),
        ])
        let source = try IndexTests.source(repository, layout: .native)
        #expect(try Self.commits("keep", in: source) == [first])
        #expect(try Self.found("keep", in: source).clauses == ["keep\0the register"])
    }

    @Test(
        "are found, whatever byte of the full-text index a program changed since it was looked through last, be it today",
        arguments: 0..<4
    )
    func flippedBytes(part: Int) throws {
        let repository = try TestRepository()
        let words = ["alpha", "beta", "gamma", "delta", "omega"]
        for step in 0..<6 {
            try repository.commit([
                .write("a.md", "You \(words[step % 5]) \(words[(step + 1) % 5]).\n\nWe \(words[(step * 2) % 5]) it."),
                .write("b/a.md", "Text \(step) of \(words[step % 3])"),
            ])
        }
        let plain = try IndexTests.source(repository, indexed: false)
        let expected = try words.map { try Self.commits($0, in: plain) }
        let folder = repository.path + "/policyhistory"
        var random = SeededRandom(seed: UInt64(part))
        for turn in 0..<60 {
            let source = try IndexTests.source(repository)
            #expect(try words.map { try Self.commits($0, in: source) } == expected, "turn \(turn)")
            for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasPrefix("phrases") {
                let url = URL(filePath: "\(folder)/\(name)")
                var bytes = try Data(contentsOf: url)
                if bytes.isEmpty || name.hasSuffix("-shm") { continue }
                bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                try bytes.write(to: url)
            }
        }
    }

    @Test("are found though the disk gives back another byte than was written, from the next day on", arguments: 0..<4)
    func flippedByDisk(part: Int) throws {
        let repository = try TestRepository()
        let words = ["alpha", "beta", "gamma"]
        for step in 0..<6 { try repository.commit([.write("a.md", "You \(words[step % 3]) \(words[step * 2 % 3]).")]) }
        let plain = try IndexTests.source(repository, indexed: false)
        let expected = try words.map { try Self.commits($0, in: plain) }
        let folder = repository.path + "/policyhistory"
        var random = SeededRandom(seed: UInt64(part))
        for turn in 0..<20 {
            let source = try IndexTests.source(repository, today: CivilDate(daysSinceEpoch: turn))
            #expect(try words.map { try Self.commits($0, in: source) } == expected, "turn \(turn)")
            for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasPrefix("phrases") {
                let path = "\(folder)/\(name)"
                let file = try #require(FileHandle(forUpdatingAtPath: path))
                let changed = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
                let size = try file.seekToEnd()
                if size == 0 || name.hasSuffix("-shm") { continue }
                let place = UInt64.random(in: 0..<size, using: &random)
                try file.seek(toOffset: place)
                var byte = try #require(try file.read(upToCount: 1))
                byte[0] ^= 1 << UInt8.random(in: 0..<8, using: &random)
                try file.seek(toOffset: place)
                try file.write(contentsOf: byte)
                try file.close()
                // A disk does not say that it did so.
                if let changed {
                    try FileManager.default.setAttributes([.modificationDate: changed], ofItemAtPath: path)
                }
            }
        }
    }

    @Test(
        "are found in the right versions though a row was changed since it was looked through",
        arguments: [
            "UPDATE runs SET bytes = (SELECT bytes FROM runs ORDER BY key LIMIT 1)", "DELETE FROM runs",
            "UPDATE contents SET bytes = zeroblob(length(bytes))", "UPDATE contents SET key = key + 1",
            "DELETE FROM orders",
            "UPDATE policies SET bytes = (SELECT bytes FROM policies ORDER BY key LIMIT 1)",
            "UPDATE clauses SET text = 'You alpha beta, all.'",
        ])
    func changedRows(damage: String) throws {
        let repository = try TestRepository()
        for words in ["alpha beta", "beta gamma", "alpha gamma"] {
            try repository.commit([.write("a.md", "You \(words)."), .write("b/a.md", "We \(words).")])
        }
        let plain = try IndexTests.source(repository, indexed: false)
        let words = ["alpha", "beta", "gamma"]
        let expected = try words.map { try Self.commits($0, in: plain) }
        let clauses = try words.map { try Self.found($0, in: plain).clauses }
        let source = try IndexTests.source(repository)
        #expect(try words.map { try Self.commits($0, in: source) } == expected)
        // The file that is open keeps what was written in its log: nothing but the rows themselves tells of it.
        try source.phraseIndex().damage(damage)
        #expect(try words.map { try Self.found($0, in: source).clauses } == clauses)
        #expect(try words.map { try Self.commits($0, in: source) } == expected)
    }

    @Test("are quoted in the order of the text, whatever an index read before its history was rewritten")
    func order() throws {
        let repository = try TestRepository()
        let clauses = ["We keep one.", "We keep two.", "We keep three.", "We keep four."]
        func text(_ places: [Int]) -> String { places.map { clauses[$0] }.joined(separator: "\n\n") }
        try repository.commit([.write("a.md", text([2, 0]))])
        #expect(try Self.found("keep", in: IndexTests.source(repository)).clauses.count == 2)
        try repository.commit([.write("a.md", text([3, 0, 1, 2, 1]))], parents: [])
        for isIndexed in [true, false] {
            let read = try IndexTests.source(repository, indexed: isIndexed).find("keep", isPrefix: false) {
                found, reader in
                let found = try #require(found.first)
                return try reader.clauses(of: found.policy, at: found.contents.count - 1).map {
                    try reader.text(of: $0)
                }
            }
            #expect(read == [3, 0, 1, 2, 1].map { clauses[$0] })
        }
    }

    @Test("of a history that was rewritten are found no more")
    func rewritten() throws {
        let repository = try TestRepository()
        let first = try repository.commit([.write("a.md", "You must ask.")])
        try repository.commit([.write("a.md", "You must wait.")])
        #expect(try !Self.commits("wait", in: IndexTests.source(repository)).isEmpty)
        try repository.commit([.write("a.md", "You must go.")], parents: [first])
        #expect(try Self.commits("wait", in: IndexTests.source(repository)).isEmpty)
        #expect(try !Self.commits("go", in: IndexTests.source(repository)).isEmpty)
    }
}

extension PhraseIndex {
    /// Changes rows behind the back of whoever looks.
    fileprivate func damage(_ statement: String) throws { try file.write { try $0.database.run(statement) } }
}
