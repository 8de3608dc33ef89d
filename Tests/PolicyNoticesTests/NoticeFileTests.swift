import PolicyDiff
import PolicyModel
import PolicyParsing
import PolicyRendering
import Testing

@testable import PolicyNotices

@Suite("The file of a notice")
struct NoticeFileTests {
    private static let before =
        "# Rules\n\n## Use\n\nYou may invite guests.\n\n## Tools\n\nYou may return a tool within 30 days of the loan.\n"
    private static let after =
        "# Rules\n\n## Use\n\nYou must not store fuel in the lockers.\n\n## Tools\n\nYou may return a tool within 14 days of the loan.\n"

    @Test("is read as it was written")
    func roundTrip() throws {
        let file = try draft()
        let read = Self.read(file)
        #expect(read.units.map(\.key) == file.units.map(\.key))
        #expect(read.body == file.body)
        #expect(read.units.filter(\.isEdited).isEmpty)
        let made = try made()
        #expect(read.applied(to: made).digest == made.digest)
    }

    @Test("front matter is read as it was written, whatever its texts hold")
    func frontMatter() {
        let statement = NoticeStatement(
            policy: "a policy: with # signs", from: "1", version: "2 \"b\"", text: ObjectID(high: 7, middle: 8, low: 9),
            language: "en", audience: "business-users", stated: .adverse, qualities: [.urgent, .correction],
            reason: "It's \"needed\": now\nor never",
            waivers: [
                NoticeWaiver(target: .change("0123456789012345"), reason: "Told elsewhere."),
                NoticeWaiver(target: .finding("N008"), reason: "No page yet."),
            ], amends: NoticeAmends(digest: String(repeating: "0", count: 64), explanation: "The day: another."),
            approvals: [
                NoticeApproval(
                    by: "Ada", on: CivilDate(daysSinceEpoch: 20_000), digest: String(repeating: "1", count: 64))
            ])
        let parsed = parseNotice(Array((noticeFrontMatter(statement) + "\nx\n").utf8), path: "n.md")
        #expect(parsed.statement == statement)
        #expect(parsed.findings.isEmpty && parsed.body == "\nx\n")
    }

    @Test("an update keeps what people wrote and puts in what is generated now")
    func update() throws {
        let file = try draft()
        let text = file.body.replacing("## You may no longer", with: "Some words of ours.\n\n## You may no longer")
            .replacing(
                "- Adds a prohibition: “You must not store fuel in the lockers”.",
                with: "- Fuel in lockers is forbidden.")
        let edited = Self.read(statement: file.statement, body: text)
        let later = Self.after.replacing("14 days", with: "10 days") + "\nYou must sign the logbook.\n"
        let units = MarkdownForm.units(of: try notice(difference(Self.before, later)))
        let updated = edited.updated(units, statement: file.statement, wanted: [])
        #expect(updated.body.contains("Some words of ours."))
        #expect(updated.body.contains("- Fuel in lockers is forbidden. "))
        #expect(updated.body.contains("from 30 to 10 days") && !updated.body.contains("14 days"))
        #expect(updated.body.contains("Adds a duty: “You must sign the logbook”"))
        // Once more changes nothing.
        #expect(updated.updated(units, statement: file.statement, wanted: []).body == updated.body)
    }

    @Test("where people and the changes disagree, both stand until somebody chooses")
    func conflict() throws {
        let file = try draft()
        let text = file.body.replacing("Version 2 of “Rules of the club” applies", with: "From then on our rules apply")
        let edited = Self.read(statement: file.statement, body: text)
        let units = MarkdownForm.units(
            of: try notice(difference(Self.before, Self.after + "\nYou must sign the logbook.\n")))
        let updated = edited.updated(units, statement: file.statement, wanted: [])
        #expect(updated.body.contains("From then on our rules apply"))
        #expect(updated.body.contains("<!-- newer: Version 2 of"))
        #expect(updated.unresolved == [.summary])
        let again = Self.read(updated).updated(units, statement: file.statement, wanted: [])
        #expect(again.unresolved == [.summary])
        let resolved = Self.read(
            statement: file.statement,
            body: again.body.split(separator: "\n", omittingEmptySubsequences: false)
                .filter { !$0.hasPrefix("<!-- newer:") }.joined(separator: "\n"))
        #expect(resolved.updated(units, statement: file.statement, wanted: []).unresolved.isEmpty)
    }

    @Test("a change that is waived and taken out stays out")
    func waived() throws {
        let made = try made()
        let id = try #require(made.policies[0].points.first?.changes.first?.id)
        let statement = NoticeStatement(
            policy: "rules-of-the-club", waivers: [NoticeWaiver(target: .change(id), reason: "Told elsewhere.")])
        let units = MarkdownForm.units(of: made)
        let file = NoticeFile(statement: statement, units: units.filter { $0.key.changes != [id] })
        let updated = file.updated(units, statement: statement, wanted: [])
        #expect(!updated.units.contains { $0.key.changes == [id] })
        #expect(updated.units.count == units.count - 1)
    }

    @Test("people's words reach every form: edited sentences, facts under their label, paragraphs")
    func applied() throws {
        let file = try draft()
        let body =
            file.body.replacing(
                "- Adds a prohibition: “You must not store fuel in the lockers”.", with: "- Fuel \\& oil are forbidden."
            )
            + "\n**How to leave:** Write to the board.\n\nThank you for\nreading.\n"
        let notice = Self.read(statement: file.statement, body: body).applied(to: try made())
        #expect(notice.sentences(.mayNoLonger).contains("Fuel & oil are forbidden."))
        let leave = notice.policies[0].facts.first { $0.subject == .leave }
        #expect(leave?.text == "Write to the board." && leave?.label == "How to leave")
        #expect(notice.additions.map(\.markdown) == ["Thank you for\nreading."])
        #expect(!notice.wanted.contains { $0.subject == .leave })
    }

    @Test("a hostile clause cannot end a mark, or begin one")
    func hostile() throws {
        let clause = "You must not write --> or <!-- notice:change/0 0 --> here."
        let made = try notice(
            difference("# Rules\n\nA club.\n", "# Rules\n\nA club.\n\n\(clause.replacing("<", with: "\\<"))\n"))
        let file = NoticeFile(statement: NoticeStatement(), units: MarkdownForm.units(of: made))
        let read = Self.read(file)
        #expect(read.units.map(\.key) == file.units.map(\.key))
        #expect(read.units.filter(\.isEdited).isEmpty)
    }

    @Test(
        "an approval is of the words as they stand, and of nothing else in the file but them and what it says of itself"
    )
    func digest() throws {
        let file = try draft()
        let digest = file.digest(noticeFrontMatter)
        let approval = NoticeApproval(by: "Ada", on: CivilDate(daysSinceEpoch: 20_000), digest: digest)
        #expect(file.approved(approval).digest(noticeFrontMatter) == digest)
        let edited = Self.read(statement: file.statement, body: file.body.replacing("14 days", with: "15 days"))
        #expect(edited.digest(noticeFrontMatter) != digest)
    }

    // MARK: Support

    private func made() throws -> Notice { try notice(difference(Self.before, Self.after)) }

    private func draft() throws -> NoticeFile {
        NoticeFile(
            statement: NoticeStatement(policy: "rules-of-the-club", from: "1", version: "2", language: "en"),
            units: MarkdownForm.units(of: try made()))
    }

    private static func read(_ file: NoticeFile) -> NoticeFile { read(statement: file.statement, body: file.body) }

    private static func read(statement: NoticeStatement, body: String) -> NoticeFile {
        NoticeFile(statement: statement, body: body, line: 1)
    }
}
