import PolicyDiff
import PolicyModel
import PolicyNotices
import PolicyRendering
import Testing

/// Sentences that people might put in the place of generated ones: each is held against the change it stands on.
@Suite("Edited sentences of notices")
struct EditedSentenceTests {
    @Test(
        "a sentence that lies is refused, with or without a quotation, turned round, softened or of somebody else",
        arguments: EnglishEdit.lies)
    func lying(_ edit: EnglishEdit) throws {
        let found = try Self.errors(edit)
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { !$0.message.isEmpty && $0.place?.lines != nil })
    }

    @Test("a sentence that says the same in other words is accepted", arguments: EnglishEdit.honest)
    func honest(_ edit: EnglishEdit) throws {
        let found = try Self.errors(edit)
        #expect(found.isEmpty, "\(found.map(\.message))")
    }

    @Test("the same holds of rules with limits, and in the other languages of notices", arguments: EditedSentence.all)
    func otherLanguages(_ edited: EditedSentence) throws {
        let found = try edited.errors()
        #expect(found.isEmpty == !edited.isLie, "\(found.map(\.message))")
    }

    private static let before = """
        # Rules of the club

        ## Use
        You may invite guests to the lounge.

        You must wear a badge in the workshop.

        Members may lend a lamp to a neighbour.

        ## Returns
        You may return a borrowed tool within 30 days of the loan.

        We will repair broken tools at our own cost.

        The yearly fee is 20 euros.

        ## Data
        We keep your address for 6 months.
        """
    private static let after = """
        # Rules of the club

        ## Use
        You must not store fuel in the lockers.

        You must sign the logbook before you use the lathe.

        Members must not lend a lamp to a neighbour.

        You may park a bicycle in the yard if the gate is open.

        ## Returns
        You may return a borrowed tool within 14 days of the loan.

        We will answer each complaint in writing, and within 10 days of the day on which it reaches us.

        The yearly fee is 25 euros.

        ## Data
        We keep your address for 12 months.

        We may share your address with the insurer.
        """

    private static func errors(_ edit: EnglishEdit) throws -> [Finding] {
        let drafted = try notice(difference(before, after))
        let statement = NoticeStatement(
            policy: "rules-of-the-club", from: "1", version: "2", text: ObjectID(high: 2, middle: 0, low: 0),
            language: "en")
        let units = MarkdownForm.units(of: drafted)
        let lines = NoticeFile(statement: statement, units: units).body.split(
            separator: "\n", omittingEmptySubsequences: false
        ).map(String.init)
        let marks = ["headline": "notice:headline", "summary": "notice:summary", "free": "notice:fact/effective"]
        let place = try #require(
            lines.firstIndex { line in
                marks[edit.part].map(line.contains) ?? (line.hasPrefix("- ") && line.contains(edit.part))
            }, "\(edit.part)")
        let mark = try #require(lines[place].firstRange(of: "<!--"))
        var edited = lines
        switch edit.part {
        case "free": edited.insert(contentsOf: ["", edit.sentence], at: place + 1)
        case "headline": edited[place] = "# \(edit.sentence) \(lines[place][mark.lowerBound...])"
        case "summary": edited[place] = "\(edit.sentence) \(lines[place][mark.lowerBound...])"
        default:
            let end = lines[place][..<mark.lowerBound].ranges(of: " *").last?.lowerBound ?? mark.lowerBound
            edited[place] = "- \(edit.sentence)\(lines[place][end...])"
        }
        let file = NoticeFile(statement: statement, body: edited.joined(separator: "\n"), line: 10)
        return NoticeCheck.findings(
            CheckedNotice(
                file: file, path: "notices/2.md", generated: drafted, units: units,
                version: version(
                    "2", effective: "2026-09-01", published: "2026-07-01", reason: "Members asked.", number: 2),
                before: content(before), after: content(after), digest: "", exists: { _ in false })
        ).filter { $0.severity == .error }
    }
}
