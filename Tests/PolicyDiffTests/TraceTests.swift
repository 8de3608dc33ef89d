import PolicyModel
import PolicyParsing
import Testing

@testable import PolicyDiff

/// What becomes of each part of a text between two versions.
struct TraceTests {
    private static let old = """
        # Terms

        ## 1. Use

        You must not resell access to the service. You must keep your password secret, and you must tell us at once when you have lost it.

        The fee is five euros a month, payable in advance.

        ## 2. Liability of Lumen

        Lumen is liable for intent and for gross negligence only.

        ## 3. Contact

        Write to Lumen at any time.
        """

    private func content(_ text: String, rules: RuleSet? = nil) -> PolicyContent {
        PolicyContent(document: parseDocument(Array(text.utf8), path: "policy.md").document, rules: rules)
    }

    private func trace(_ new: String) -> (trace: Trace, old: Document, new: Document) {
        let before = content(Self.old)
        let after = content(new)
        return (PolicyDiff.trace(before, after), before.document, after.document)
    }

    private func clause(_ start: String, in document: Document) -> Item {
        .clause(document.clauses.firstIndex { $0.text.hasPrefix(start) } ?? -1)
    }

    @Test func `in equal texts everything is what it was`() {
        let (trace, document, _) = trace(Self.old)
        for item in Item.all(of: document) {
            #expect(trace.origins(of: item) == [item])
            #expect(trace.successors(of: item) == [item])
            #expect(trace.significance(of: item) == nil)
        }
    }

    @Test func `a clause that moves and a section that gets another number are followed, without substance`() throws {
        let moved = """
            # Terms

            ## 1. Use

            You must not resell access to the service. You must keep your password secret, and you must tell us at once when you have lost it.

            ## 2. Contact

            Write to Lumen at any time.

            The fee is five euros a month, payable in advance.

            ## 3. Liability of Lumen

            Lumen is liable for intent and for gross negligence only.
            """
        let (trace, old, new) = trace(moved)
        let fee = clause("The fee", in: new)
        #expect(trace.origins(of: fee) == [clause("The fee", in: old)])
        #expect(trace.significance(of: fee) == .editorial)
        let liability = try #require(new.sections.firstIndex { $0.heading.hasSuffix("Liability of Lumen") })
        let before = try #require(old.sections.firstIndex { $0.heading.hasSuffix("Liability of Lumen") })
        #expect(trace.origins(of: .heading(liability)) == [.heading(before)])
        #expect(trace.significance(of: .heading(liability)) ?? .editorial == .editorial)
    }

    @Test func `both halves of a split clause come from it`() {
        let (trace, old, new) = trace(
            Self.old.replacing(
                "service. You must keep", with: "service.\n\nYou must keep"))
        let whole = clause("You must not resell", in: old)
        #expect(trace.origins(of: clause("You must not resell", in: new)) == [whole])
        #expect(trace.origins(of: clause("You must keep", in: new)) == [whole])
        #expect(trace.successors(of: whole).count == 2)
    }

    @Test func `an edited clause has the weight of its change, a new one no origin, one that is gone no successor`() {
        let (trace, old, new) = trace(
            Self.old.replacing("five euros", with: "nine euros").replacing(
                "Write to Lumen at any time.", with: "Complaints about bees belong to the beekeeper of your village."))
        #expect(trace.significance(of: clause("The fee", in: new)) == .material)
        #expect(trace.significance(of: clause("You must not", in: new)) == nil)
        #expect(trace.origins(of: clause("Complaints", in: new)) == [])
        #expect(trace.successors(of: clause("Write", in: old)) == [])
    }

    @Test func `an edit that is told once for the whole text is told of each part by itself`() {
        let renamed = Self.old.replacing("Lumen", with: "Candela")
        let (trace, old, new) = trace(renamed)
        let whole = compare(content(Self.old), content(renamed))
        #expect(whole.changes.contains { $0.kind == "party-renamed" && $0.places > 1 })
        for start in ["Write to", "Lumen is", "Candela is"] {
            let changes = trace.changes(of: [clause(start, in: old)], and: [clause(start, in: new)])
            #expect(changes.map(\.kind) == ["party-renamed"], "\(start)")
            #expect(changes.map(\.places) == [1], "\(start)")
        }
    }

    @Test func `the changes of all parts together are those of the comparison`() {
        let edited = Self.old.replacing("five euros", with: "nine euros").replacing(
            "gross negligence", with: "negligence")
        let (trace, old, new) = trace(edited)
        let all = trace.changes(of: Set(Item.all(of: old)), and: Set(Item.all(of: new)))
        #expect(all == compare(content(Self.old), content(edited)).changes)
        #expect(!all.isEmpty)
    }

    @Test func `nothing is traced through a text that is missing`() {
        let long =
            "# Terms\n\n" + (0..<80).map { "Clause number \($0) says what it says of the case \($0).\n\n" }.joined()
        #expect(PolicyDiff.trace(content(long), content("# Terms\n")).isTextMissing)
        #expect(!PolicyDiff.trace(content(long), content(long)).isTextMissing)
    }

    @Test func `a rule is followed by its id, and by what it says where the id changed`() {
        func rule(_ id: String, _ action: String, line: Int) -> Rule {
            Rule(id: id, type: .prohibition, action: action, lines: LineRange(line, line))
        }
        let old = RuleSet(rules: [rule("a", "sell access", line: 1), rule("b", "disturb others", line: 2)])
        let new = RuleSet(
            rules: [
                rule("b", "disturb others or their guests", line: 1), rule("resale", "sell access", line: 2),
                rule("c", "keep bees", line: 3),
            ])
        let trace = PolicyDiff.trace(content(Self.old, rules: old), content(Self.old, rules: new))
        #expect((0..<3).map(trace.origin(ofRule:)) == [1, 0, nil])
        #expect(trace.significance(ofRule: 0) == .material)
        #expect(trace.significance(ofRule: 1) ?? .editorial == .editorial)
    }
}
