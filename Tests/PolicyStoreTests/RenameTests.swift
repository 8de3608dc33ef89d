import PolicyModel
import PolicyTestSupport
import Testing

@testable import PolicyStore

@Suite("Renamed policies")
struct RenameTests {
    @Test("a moved text keeps its history under the newest id, through a chain of names")
    func chain() throws {
        let repository = try TestRepository()
        let first = try repository.commit([.write("terms.md", text("terms"))])
        let second = try repository.commit([.move("terms.md", to: "legal/terms.md")])
        let third = try repository.commit([.move("legal/terms.md", to: "legal/Terms of Use.md")])
        let source = try repository.source()
        let history = try #require(try source.history(of: "legal/Terms of Use"))
        #expect(history.aliases == ["legal/terms", "terms"])
        #expect(history.records.map(\.commit) == [first, second, third])
        #expect(history.records.map(\.path) == ["terms.md", "legal/terms.md", "legal/Terms of Use.md"])
        #expect(try source.ids == ["legal/Terms of Use"])
        for alias in history.aliases { #expect(try source.history(of: alias) == history) }
    }

    @Test(
        "a text that is moved and edited is the same policy while most of its lines are",
        arguments: [(4, true), (5, false)])
    func similarity(changed: Int, isSame: Bool) throws {
        let repository = try TestRepository()
        try repository.commit([.write("a.md", text("a"))])
        try repository.commit([.delete("a.md"), .write("b.md", text("a", changed: changed))])
        #expect(try repository.source().history(of: "b")?.aliases == (isSame ? ["a"] : []))
        #expect(try repository.source().ids == (isSame ? ["b"] : ["a", "b"]))
    }

    @Test("each of several moved texts finds its own, whatever the order of the names")
    func several() throws {
        let repository = try TestRepository()
        try repository.commit([
            .write("a.md", text("one")), .write("b.md", text("two")), .write("c.md", text("three")),
        ])
        try repository.commit([
            .delete("a.md"), .delete("b.md"), .delete("c.md"), .write("x.md", text("three", changed: 1)),
            .write("y.md", text("two", changed: 2)), .write("z.md", text("one")),
        ])
        let source = try repository.source()
        #expect(try source.histories().map { [$0.id] + $0.aliases } == [["x", "c"], ["y", "b"], ["z", "a"]])
    }

    @Test("of equal texts the one with the same file name is the one that moved")
    func equalTexts() throws {
        let repository = try TestRepository()
        try repository.commit([.write("old/a.md", text("same")), .write("old/b.md", text("same"))])
        try repository.commit([.move("old/b.md", to: "new/b.md"), .move("old/a.md", to: "new/a.md")])
        #expect(
            try repository.source().histories().map { [$0.id] + $0.aliases } == [
                ["new/a", "old/a"], ["new/b", "old/b"],
            ])
    }

    @Test("a new document under an old name is another policy")
    func reusedName() throws {
        let repository = try TestRepository()
        let born = try repository.commit([.write("terms.md", text("first"))])
        let moved = try repository.commit([.move("terms.md", to: "old terms.md")])
        let fresh = try repository.commit([.write("terms.md", text("second"))])
        let source = try repository.source()
        #expect(try source.commits(of: "old terms") == [born, moved])
        #expect(try source.commits(of: "terms") == [fresh])
        #expect(try source.history(of: "old terms")?.aliases == [])
    }

    @Test("a name that holds a text before and after goes on, even where the old text was put aside")
    func archivedCopy() throws {
        let repository = try TestRepository()
        let first = try repository.commit([.write("terms.md", text("first"))])
        let second = try repository.commit([
            .move("terms.md", to: "archive/terms 2023.md"), .write("terms.md", text("second")),
        ])
        let source = try repository.source()
        #expect(try source.commits(of: "terms") == [first, second])
        #expect(try source.commits(of: "archive/terms 2023") == [second])
    }

    @Test(
        "a name that was deleted and is taken by a moved document leads to that one, and the old one keeps an id of its own"
    )
    func takenName() throws {
        let repository = try TestRepository()
        try repository.commit([.write("a.md", text("first")), .write("b.md", text("second"))], at: "2024-01-01")
        try repository.commit([.delete("a.md")], at: "2024-02-01")
        try repository.commit([.move("b.md", to: "a.md")], at: "2024-03-01")
        let source = try repository.source()
        #expect(try source.ids == ["a", "a@2024-02-01"])
        #expect(try source.history(of: "a")?.aliases == ["b"])
        #expect(try source.history(of: "a@2024-02-01")?.records.last?.isDeletion == true)
    }

    @Test("a document that goes back to its first name has the other one as its alias")
    func thereAndBack() throws {
        let repository = try TestRepository()
        try repository.commit([.write("a.md", text("a"))])
        try repository.commit([.move("a.md", to: "b.md")])
        try repository.commit([.move("b.md", to: "a.md")])
        let source = try repository.source()
        #expect(try source.ids == ["a"])
        #expect(try source.history(of: "b")?.records.count == 3)
    }

    @Test("two documents that trade their names are told as edits, since both names stay")
    func traded() throws {
        let repository = try TestRepository()
        try repository.commit([.write("a.md", text("a")), .write("b.md", text("b"))])
        try repository.commit([.write("a.md", text("b")), .write("b.md", text("a"))])
        #expect(try repository.source().histories().map(\.records.count) == [2, 2])
    }

    @Test("a copy is a policy of its own, and empty files have nothing in common")
    func noRename() throws {
        let repository = try TestRepository()
        try repository.commit([.write("a.md", text("a")), .write("e.md", "")])
        try repository.commit([.write("b.md", text("a")), .delete("e.md"), .write("f.md", "")])
        #expect(try repository.source().ids == ["a", "b", "e", "f"])
    }

    @Test("a rename on a merged branch counts where it was merged")
    func onBranch() throws {
        let repository = try TestRepository()
        let first = try repository.commit([.write("a.md", text("a"))])
        let side = try repository.commit([.move("a.md", to: "b.md")], branch: "side")
        let main = try repository.commit([.write("c.md", text("c"))], parents: [first])
        let merge = try repository.commit([.move("a.md", to: "b.md")], parents: [main, side])
        #expect(try repository.source().commits(of: "a") == [first, merge])
    }
}
