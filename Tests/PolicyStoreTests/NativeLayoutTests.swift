import PolicyModel
import PolicyTestSupport
import Testing

@testable import PolicyStore

@Suite("The layout native")
struct NativeLayoutTests {
    @Test(
        "the layout is what the option says, else the settings, else what the files look like",
        arguments: [
            ([TestRepository.Edit.write("a/policy.md", "x"), .write("a/rules.yaml", "rules: []")], Layout.native),
            ([.write("deep/er/a/policy.md", "x"), .write("deep/er/a/rules.yaml", "rules: []")], .native),
            ([.write("a/policy.md", "x")], .documents),
            ([.write("a/policy.md", "x"), .write("b/rules.yaml", "rules: []")], .documents),
            ([.write("a/policy.md", "x"), .write("policyhistory.yaml", "publisher: P")], .native),
            ([.write("a.md", "x"), .write("policyhistory.yaml", "layout: documents")], .documents),
            ([.write(".x/policy.md", "x"), .write(".x/rules.yaml", "rules: []"), .write("a.md", "x")], .documents),
        ])
    func detection(files: [TestRepository.Edit], layout: Layout) throws {
        let repository = try TestRepository()
        try repository.commit(files)
        #expect(try repository.source().layout == layout)
        #expect(try repository.source(layout: .native).layout == .native)
        #expect(try repository.source(layout: .documents).layout == .documents)
    }

    @Test("settings are those of the newest commit, at the root that was asked for or at the top")
    func settings() throws {
        let repository = try TestRepository()
        try repository.commit([.write("policyhistory.yaml", "publisher: Old\n")])
        try repository.commit([
            .write("policyhistory.yaml", "publisher: Top\nroot: legal\n"),
            .write("sub/policyhistory.yaml", "publisher: Sub\n"),
            .policy("legal/use", label: "1", "x"), .policy("sub/other", label: "1", "x"), .write("empty/x", "x"),
        ])
        let top = try repository.source()
        #expect(top.settings.publisher == "Top" && top.root == "legal")
        #expect(try top.ids == ["legal/use"])
        let sub = try repository.source(root: "sub")
        #expect(sub.settings.publisher == "Sub" && sub.root == "sub")
        #expect(try repository.source(root: "empty").settings.publisher == "Top")
    }

    @Test("a policy's folder is followed: text, rules and translations make records, other files do not")
    func parts() throws {
        let repository = try TestRepository()
        let first = try repository.commit([.policy("use", label: "1", "Be kind."), .write("policyhistory.yaml", "")])
        let second = try repository.commit([.write("use/rules.yaml", "rules: []\n")])
        try repository.commit([
            .write("use/notes.md", "x"), .write("use/notices/1.md", "x"), .write("use/logo.png", "x"),
        ])
        let fourth = try repository.commit([
            .write("use/policy.fr.md", "Soyez gentils."), .write("use/policy.de.md", "Seid nett."),
        ])
        let fifth = try repository.commit([.delete("use/rules.yaml")])
        try repository.commit([.delete("use/policy.md")])
        let source = try repository.source()
        #expect(try source.commits(of: "use") == [first, second, fourth, fifth, nil])
        let records = try #require(try source.history(of: "use")).records
        #expect(records.map { $0.rules != nil } == [false, true, true, false, false])
        #expect(records.map { $0.translations.map(\.language) } == [[], [], ["de", "fr"], ["de", "fr"], []])
        #expect(records.map(\.path) == [String](repeating: "use/policy.md", count: 5))
        #expect(try source.content(of: records[1]).rules == RuleSet())
        #expect(try source.statement(of: records[0])?.label == "1")
    }

    @Test("the id is what the newest front matter says, else the folder; earlier ones are aliases")
    func ids() throws {
        let repository = try TestRepository()
        try repository.commit([
            .write("policyhistory.yaml", ""), .write("plain/policy.md", "x"),
            .policy("a", id: "one", label: "1", text("a")),
        ])
        try repository.commit([.policy("a", id: "two", label: "2", text("a"))])
        try repository.commit([.move("a/policy.md", to: "moved/b/policy.md")])
        let source = try repository.source()
        #expect(try source.ids == ["plain", "two"])
        let history = try #require(try source.history(of: "one"))
        #expect(history.id == "two" && history.aliases == ["one"])
        #expect(history.records.last?.path == "moved/b/policy.md")
    }

    @Test("an id whose folder ended and began elsewhere is one policy")
    func followsID() throws {
        let repository = try TestRepository()
        let first = try repository.commit([
            .write("policyhistory.yaml", ""), .policy("a", id: "use", label: "1", text("a")),
        ])
        try repository.commit([.delete("a/policy.md")])
        let third = try repository.commit([.policy("b", id: "use", label: "2", text("b"))])
        #expect(try repository.source().commits(of: "use") == [first, nil, third])
        // Copied first, deleted later: it never ended.
        let copied = try repository.commit([.policy("c", id: "use", label: "3", text("c"))])
        try repository.commit([.delete("b/policy.md")])
        let source = try repository.source()
        #expect(try source.commits(of: "use").contains(copied))
        #expect(try source.history(of: "use")?.records.last?.path == "c/policy.md")
    }

    @Test("two policies with one id are an error that names both")
    func duplicates() throws {
        let repository = try TestRepository()
        try repository.commit([
            .write("policyhistory.yaml", ""), .policy("b", id: "use", label: "1", text("b")),
            .policy("a", id: "use", label: "1", text("a")),
        ])
        let source = try repository.source()
        #expect(try source.ids == ["b", "use"])
        let finding = try #require(source.findings.first { $0.id == "duplicate-policy-id" })
        #expect(finding.severity == .error)
        #expect(finding.message.contains("a/policy.md") && finding.message.contains("b/policy.md"))
    }
}
