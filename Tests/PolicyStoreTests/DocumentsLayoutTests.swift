import PolicyModel
import PolicyTestSupport
import Testing

@testable import PolicyStore

@Suite("The layout documents")
struct DocumentsLayoutTests {
    @Test("every Markdown file is a policy, by its path, but not what speaks of the repository")
    func whichFiles() throws {
        let repository = try TestRepository()
        try repository.commit([
            .write("Le Chat/Acceptable Use Policy.md", "a"), .write("Terms.markdown", "b"), .write("loud.MD", "c"),
            .write("deep/er/still.md", "d"), .write("docs/README.md", "e"), .write("Ünïcode é.md", "f"),
            .write("README.md", "-"), .write("readme.markdown", "-"), .write("LICENSE.md", "-"),
            .write("CONTRIBUTING.md", "-"), .write("code_of_conduct.md", "-"), .write("CHANGELOG.md", "-"),
            .write("Security.md", "-"), .write(".github/pull_request_template.md", "-"), .write("notes.txt", "-"),
            .write("a/.hidden/x.md", "-"), .write(".md", "-"),
        ])
        let source = try repository.source()
        #expect(source.layout == .documents)
        #expect(
            try source.ids == [
                "Le Chat/Acceptable Use Policy", "Terms", "deep/er/still", "docs/README", "loud", "Ünïcode é",
            ])
        #expect(try source.histories().first?.records.first?.path == "Le Chat/Acceptable Use Policy.md")
    }

    @Test("only commits that change the text are records, and a deletion is one, too")
    func records() throws {
        let repository = try TestRepository()
        let first = try repository.commit([.write("a.md", "1"), .write("b.md", "1")], at: "2024-01-01T10:00:00Z")
        try repository.commit([.write("b.md", "2")])
        let third = try repository.commit([.write("a.md", "2")])
        try repository.commit([.delete("a.md")])
        let fifth = try repository.commit([.write("a.md", "1")])
        let source = try repository.source()
        #expect(try source.commits(of: "a") == [first, third, nil, fifth])
        let history = try #require(try source.history(of: "a"))
        #expect(history.records[0].recorded == Instant(rfc3339: "2024-01-01T10:00:00Z"))
        #expect(try source.text(of: history.records[1]) == Array("2".utf8))
        #expect(try source.text(of: history.records[2]) == nil)
        #expect(try source.content(of: history.records[2]) == PolicyContent(document: .empty))
        #expect(try source.history(of: "c") == nil)
    }

    @Test("a merge counts as one change on the line of first parents")
    func merges() throws {
        let repository = try TestRepository()
        let first = try repository.commit([.write("a.md", "1")])
        let side1 = try repository.commit([.write("a.md", "side 1")], branch: "side")
        let side2 = try repository.commit([.write("a.md", "side 2")], branch: "side")
        let main = try repository.commit([.write("b.md", "1")], parents: [first])
        let merge = try repository.commit([.write("a.md", "side 2")], parents: [main, side2])
        let source = try repository.source()
        #expect(try source.commits(of: "a") == [first, merge])
        #expect(try source.position(of: first) == 0)
        #expect(try source.position(of: merge) == 2)
        #expect(try source.position(of: side1) == nil)
        #expect(try source.commit(revision: "HEAD^2~1") == side1)
    }

    @Test("dates that run backwards are told, and leave the order of the line")
    func clockSkew() throws {
        let repository = try TestRepository()
        let first = try repository.commit([.write("a.md", "1")], at: "2024-03-01")
        let second = try repository.commit([.write("a.md", "2")], at: "2024-02-01")
        let third = try repository.commit([.write("a.md", "3")], at: "2024-01-01")
        let source = try repository.source()
        #expect(try source.commits(of: "a") == [first, second, third])
        let finding = try #require(source.findings.first)
        #expect(finding.id == "dates-run-backwards" && finding.severity == .note)
        #expect(finding.message.contains("2 commits"))
        #expect(finding.message.contains(second.description.prefix(12)) && finding.message.contains("2024-02-01"))
    }

    @Test("symbolic links and submodules are not read, and told once each")
    func linksAndSubmodules() throws {
        let repository = try TestRepository()
        try repository.commit([.write("a.md", "1"), .symlink("link.md", to: "a.md"), .submodule("vendor")])
        try repository.commit([.symlink("link.md", to: "b.md"), .symlink("folder", to: "..")])
        let source = try repository.source()
        #expect(try source.ids == ["a"])
        #expect(try source.noticed == ["symlink-ignored", "symlink-ignored", "submodule-ignored"])
        #expect(source.findings.map { $0.place?.path } == ["folder", "link.md", "vendor"])
    }

    @Test("of very many links the first twenty are named and the others counted")
    func manyLinks() throws {
        let repository = try TestRepository()
        try repository.commit((10..<60).map { .symlink("\($0)", to: "x") } + [.write("a.md", "x")])
        let source = try repository.source()
        #expect(try source.noticed.count == 21)
        #expect(source.findings.last?.message.contains("30 further") == true)
    }

    @Test("a file that becomes a symbolic link ends its policy")
    func fileBecomesLink() throws {
        let repository = try TestRepository()
        let first = try repository.commit([.write("a.md", "1"), .write("b.md", "1")])
        try repository.commit([.symlink("a.md", to: "b.md")])
        #expect(try repository.source().commits(of: "a") == [first, nil])
    }

    @Test("a file that becomes a folder ends its policy, and those in the folder begin")
    func fileBecomesFolder() throws {
        let repository = try TestRepository()
        let first = try repository.commit([.write("a.md", text("one"))])
        let second = try repository.commit([.delete("a.md"), .write("a.md/b.md", text("two"))])
        let source = try repository.source()
        #expect(try source.commits(of: "a") == [first, nil])
        #expect(try source.commits(of: "a.md/b") == [second])
    }

    @Test("names that are no UTF-8, or differ in composition only, stay apart and are told")
    func oddNames() throws {
        let repository = try TestRepository()
        try repository.commit([
            .writeBytes(Array("caf".utf8) + [0xE9] + Array(".md".utf8), Array("latin".utf8)),
            .writeBytes(Array("caf".utf8) + [0xE8] + Array(".md".utf8), Array("other".utf8)),
            .write("caf\u{E9}.md", "composed"), .write("cafe\u{301}.md", "decomposed"),
        ])
        let source = try repository.source()
        let ids = try source.histories().map(\.id)
        #expect(ids.count == 4)
        #expect(ids.contains("caf\\xE9") && ids.contains("caf\\xE8"))
        #expect(ids.contains("caf\u{E9}") && ids.contains("cafe\u{301}"))
        #expect(source.findings.map(\.id) == ["path-not-utf8", "path-not-utf8"])
        #expect(
            try source.history(of: "cafe\u{301}")?.records.map(\.text)
                != source.history(of: "caf\u{E9}")?.records.map(\.text))
    }

    @Test("of two files with one id the .md has it, and both are named")
    func twoEndings() throws {
        let repository = try TestRepository()
        try repository.commit([.write("Terms.markdown", text("a")), .write("Terms.md", text("b"))])
        let source = try repository.source()
        #expect(try source.ids == ["Terms", "Terms.markdown"])
        let finding = try #require(source.findings.first)
        #expect(finding.id == "duplicate-policy-id" && finding.severity == .error)
        #expect(finding.message.contains("Terms.md ") && finding.message.contains("Terms.markdown"))
    }

    @Test("a text over the limit is kept as a record, told, and taken as empty")
    func tooLarge() throws {
        let repository = try TestRepository()
        try repository.commit([
            .writeBytes(
                Array("a.md".utf8), [UInt8](repeating: UInt8(ascii: "a"), count: GitPolicySource.blobLimit + 1)),
            .writeBytes(Array("b.md".utf8), [UInt8](repeating: UInt8(ascii: "b"), count: 1 << 20)),
        ])
        let source = try repository.source()
        let record = try #require(try source.history(of: "a")?.records.first)
        #expect(record.text != nil)
        let content = try source.content(of: record)
        #expect(content.document == .empty)
        #expect(content.findings.map(\.id) == ["blob-too-large"])
        #expect(content.findings.first?.place?.path == "a.md")
        #expect(try source.statement(of: record) == VersionStatement())
        #expect(try storeError { try source.text(of: record) }.code == .badData)
        let small = try #require(try source.history(of: "b")?.records.first)
        #expect(try source.content(of: small).findings.isEmpty)
    }

    @Test("a date in the text is a date of the version; a text without one has none")
    func statedDates() throws {
        let repository = try TestRepository()
        try repository.commit([
            .write("a.md", "# Terms\n\nEffective March 25, 2026\n\nBe kind.\n"), .write("b.md", "Be kind.\n"),
        ])
        let source = try repository.source()
        let records = try source.histories().map { try #require($0.records.first) }
        #expect(try source.statement(of: records[0])?.effective.standard == CivilDate(year: 2026, month: 3, day: 25))
        #expect(try source.statement(of: records[1])?.effective == EffectiveDates())
    }

    @Test("a sub-folder can be the root, and ids start there")
    func root() throws {
        let repository = try TestRepository()
        let first = try repository.commit([
            .write("top.md", "1"), .write("legal/site/a.md", "1"), .write("legal/README.md", "-"),
        ])
        try repository.commit([.write("top.md", "2")])
        let source = try repository.source(root: "./legal/")
        #expect(try source.ids == ["site/a"])
        #expect(source.root == "legal")
        #expect(try source.commits(of: "site/a") == [first])
        #expect(try source.history(of: "site/a")?.records.first?.path == "legal/site/a.md")
        #expect(try storeError { try repository.source(root: "legl") }.message.contains("legl"))
        #expect(try storeError { try repository.source(root: "../legal") }.code == .usage)
        #expect(try storeError { try repository.source(root: "top.md") }.code == .notFound)
    }

    @Test("a root that came and went is followed")
    func rootThatMoves() throws {
        let repository = try TestRepository()
        try repository.commit([.write("other.md", "1")])
        let second = try repository.commit([.write("legal/a.md", "1")])
        try repository.commit([.delete("legal/a.md")])
        let fourth = try repository.commit([.write("legal/a.md", "2")])
        #expect(try repository.source(root: "legal").commits(of: "a") == [second, nil, fourth])
    }
}
