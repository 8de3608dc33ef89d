import PolicyModel
import PolicyParsing
import PolicyQueries
import PolicyRendering
import Testing

@testable import PolicyNotices

@Suite("Checking a notice")
struct NoticeCheckTests {
    private static let before =
        "# Rules\n\n## Use\n\nYou may invite guests.\n\n## Tools\n\nYou may return a tool within 30 days of the loan.\n"
    private static let after =
        "# Rules\n\n## Use\n\nYou must not store fuel in the lockers.\n\n## Tools\n\nYou may return a tool within 14 days of the loan.\n"

    @Test("finds no error in a draft as it was generated")
    func draft() throws {
        #expect(try errors { $0 }.isEmpty)
    }

    @Test(
        "refuses a notice that was edited to be kinder, shorter or dated differently, with the reason",
        arguments: [
            (
                "- Adds a prohibition: “You must not store fuel in the lockers”.", "- Clarifies the storage of fuel.",
                "notice-sentence-kinder"
            ),
            (
                "- Adds a prohibition: “You must not store fuel in the lockers”.", "- You may now store fuel.",
                "notice-sentence-contradicts"
            ),
            ("## You may no longer", "## Improvements", "notice-sentence-kinder"),
            (
                "Shortens a period from 30 to 14 days: “You may return a tool within 14 days of the loan”",
                "Shortens the time for which you may return a tool", "notice-sentence-kinder"
            ),
            ("from 30 to 14 days", "from 30 to 21 days", "notice-number-differs"),
            ("from 1 September 2026", "from 1 October 2026", "N012"),
            ("**Takes effect:** 1 September 2026", "**Takes effect:** 2026-12-01", "N012"),
            ("For you, 3 points are stricter.", "Nothing changes for you.", "notice-sentence-kinder"),
            ("For you, 3 points are stricter.", "Only minor changes for you.", "notice-sentence-kinder"),
            ("Members asked.", "Members asked. TODO: say more", "N024"),
            ("Members asked.", "Members asked, see [the minutes](minutes.md).", "N017"),
            ("Members asked.", "Members asked, see [below](javascript:alert(1)).", "N017"),
            ("Members asked.", "Members asked, see [there](#no-such-place).", "N017"),
        ])
    func edited(old: String, new: String, id: String) throws {
        let found = try errors { body in
            try #require(body.contains(old), "\(body)")
            return body.replacing(old, with: new)
        }
        #expect(found.contains { $0.id == id }, "\(found.map(\.id))")
        #expect(found.allSatisfy { !$0.message.isEmpty && $0.place?.lines != nil })
    }

    @Test(
        "accepts other words for the same",
        arguments: [
            (
                "- Adds a prohibition: “You must not store fuel in the lockers”.",
                "- Fuel must no longer be kept in the lockers."
            ),
            ("from 30 to 14 days", "from 30 days to just 14 days"),
            ("For you, 3 points are stricter.", "Three rules become stricter on 1 September 2026."),
            ("Members asked.", "Members asked, see [the rules](#tools)."),
        ])
    func sameMeaning(old: String, new: String) throws {
        let found = try errors { body in
            try #require(body.contains(old), "\(body)")
            return body.replacing(old, with: new)
        }
        #expect(found.isEmpty, "\(found.map { "\($0.id): \($0.message)" })")
    }

    @Test("refuses a notice that leaves out a change, unless it is waived with a reason")
    func shorter() throws {
        func withoutFuel(_ body: String) -> String {
            body.split(separator: "\n", omittingEmptySubsequences: false).filter {
                !$0.hasPrefix("- Adds a prohibition")
            }
            .joined(separator: "\n")
        }
        let found = try errors(withoutFuel)
        #expect(found.map(\.id) == ["N028"])
        #expect(found[0].message.contains("store fuel"))
        let id = try #require(found[0].message.firstMatch(of: /[0-9a-f]{16}/)).output
        let waiver = NoticeWaiver(target: .change(String(id)), reason: "Told in a notice of its own.")
        #expect(try errors(statement: Self.statement(waivers: [waiver]), withoutFuel).isEmpty)
    }

    @Test("refuses a notice that no longer says when the version takes effect")
    func undated() throws {
        let found = try errors { body in
            body.split(separator: "\n", omittingEmptySubsequences: false)
                .filter { !$0.contains("**Takes effect:**") && !$0.contains("fact/effective") }.joined(separator: "\n")
        }
        #expect(found.map(\.id).contains("notice-field-missing"), "\(found)")
    }

    @Test("refuses a class kinder than the changes, and another one without a reason")
    func classes() throws {
        let kinder = Self.statement(stated: .clarification, reason: "It is small.")
        #expect(try errors(statement: kinder) { $0 }.map(\.id) == ["N005"])
        let editorial = Self.statement(stated: .editorial, reason: "It is small.")
        #expect(try errors(statement: editorial) { $0 }.map(\.id) == ["N006"])
        let silent = Self.statement(qualities: [.urgent])
        #expect(try errors(statement: silent) { $0 }.map(\.id) == ["notice-class-without-reason"])
    }

    @Test("refuses a sentence that stands on no change, and one that people moved under a kinder heading")
    func unfounded() throws {
        let stray = "- Prohibits: “You must not sing”. <!-- notice:change/00000000000000ff 0123456789ab -->\n"
        #expect(try errors { $0 + "\n" + stray }.map(\.id).contains("notice-sentence-unfounded"))
        let moved = try errors { body in
            var lines = body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let place = try #require(lines.firstIndex { $0.hasPrefix("- Adds a prohibition") })
            let line = lines.remove(at: place)
            return lines.joined(separator: "\n")
                + "\n## You may now <!-- notice:group/may-now 0123456789ab -->\n\n\(line)\n"
        }
        #expect(
            moved.contains { $0.id == "notice-sentence-kinder" && $0.message.contains("belongs under") },
            "\(moved.map(\.message))")
    }

    @Test("refuses what was generated from a text that has changed since")
    func stale() throws {
        let found = try errors(now: Self.after.replacing("14 days", with: "10 days")) { $0 }
        #expect(found.contains { $0.id == "notice-sentence-stale" || $0.id == "notice-sentence-unfounded" })
        #expect(found.contains { $0.id == "N028" })
    }

    @Test("holds the day of effect against the notice rule, and asks for what the rule requires")
    func rules() throws {
        let settings = Settings(notices: NoticeSettings(rule: "eu-psd2"))
        let found = try errors(settings: settings) { $0 }
        #expect(Set(found.map(\.id)) == ["N009", "notice-field-missing"])
        let told = "\n**How to leave:** Write to the board.\n\n**If you do nothing:** You accept the change.\n"
        #expect(try errors(settings: settings) { $0 + told }.isEmpty)
        let late = Settings(notices: NoticeSettings(rule: "long", rules: [NoticeRule(id: "long", period: .months(3))]))
        #expect(try errors(settings: late) { $0 }.map(\.id) == ["N001"])
    }

    @Test("refuses a day of effect before the announcement, an unknown one, and material changes without a reason")
    func dates() throws {
        let early = version("2", effective: "2026-06-01", published: "2026-07-01", reason: "Why.", number: 2)
        #expect(try errors(to: early) { $0 }.map(\.id) == ["N011"])
        let unknown = version("2", published: "2026-07-01", reason: "Why.", number: 2)
        #expect(try errors(to: unknown) { $0 }.map(\.id) == ["N002"])
        let silent = version("2", effective: "2026-09-01", published: "2026-07-01", number: 2)
        #expect(try errors(to: silent) { $0 }.map(\.id) == ["N007"])
    }

    @Test("an approval is void after an edit, and an amendment says what it amends")
    func approvals() throws {
        let approval = NoticeApproval(
            by: "Ada", on: CivilDate(daysSinceEpoch: 20_000), digest: String(repeating: "0", count: 64))
        #expect(try errors(statement: Self.statement(approvals: [approval])) { $0 }.map(\.id) == ["N021"])
        let correction = Self.statement(qualities: [.correction], reason: "A wrong day.")
        #expect(try errors(statement: correction) { $0 }.map(\.id) == ["N027"])
        let amends = NoticeAmends(digest: String(repeating: "1", count: 64), explanation: "The day was wrong.")
        let whole = Self.statement(qualities: [.correction], reason: "A wrong day.", amends: amends)
        #expect(try errors(statement: whole) { $0 }.isEmpty)
        let other = Self.statement(
            qualities: [.correction], reason: "A wrong day.", amends: amends, approvals: [approval])
        #expect(try errors(statement: other) { $0 }.map(\.id).contains("N027"))
        let notice = try notice(difference(Self.before, Self.after), statement: whole)
        #expect(notice.amendment?.sentence == "This notice changes an earlier one. The day was wrong.")
    }

    @Test("a finding that is waived with a reason is a note")
    func waivedFinding() throws {
        let waiver = NoticeWaiver(target: .finding("N024"), reason: "TBD is the name of our ship.")
        let found = try findings(statement: Self.statement(waivers: [waiver])) {
            $0.replacing("Members asked.", with: "The TBD asked.")
        }
        #expect(found.first { $0.id == "N024" }?.severity == .note)
    }

    @Test("every id is made by one check")
    func registry() {
        let ids = NoticeCheck.all.flatMap(\.ids)
        #expect(Set(ids).count == ids.count)
        #expect(NoticeCheck.all.allSatisfy { !$0.meaning.isEmpty && !$0.example.isEmpty })
    }

    @Test(
        "knows kind words from hard ones in every language",
        arguments: [
            ("en", "We clarified this.", true), ("en", "Fuel is prohibited.", false),
            ("fr", "Nous avons simplifié ce point.", true), ("fr", "Le carburant est interdit.", false),
            ("de", "Das ist nur eine redaktionelle Klarstellung.", true), ("de", "Kraftstoff ist verboten.", false),
            ("es", "Hemos aclarado este punto.", true), ("es", "El combustible está prohibido.", false),
        ])
    func tone(language: String, text: String, playsDown: Bool) throws {
        let tone = Tone(try #require(Catalogue.named(language)))
        #expect((tone.playingDown(text) != nil) == playsDown)
        if !playsDown {
            let claims = ClaimReader(try #require(Catalogue.named(language))).claims(in: text)
            #expect(claims.map(\.stand) == [.forbidden], "\(claims)")
        }
    }

    // MARK: Support

    private static func statement(
        stated: NoticeClass? = nil, qualities: [NoticeQuality] = [], reason: String? = nil,
        waivers: [NoticeWaiver] = [], amends: NoticeAmends? = nil, approvals: [NoticeApproval] = []
    ) -> NoticeStatement {
        NoticeStatement(
            policy: "rules-of-the-club", from: "1", version: "2", text: ObjectID(high: 2, middle: 0, low: 0),
            language: "en", stated: stated, qualities: qualities, reason: reason, waivers: waivers, amends: amends,
            approvals: approvals)
    }

    private func errors(
        to: Version = version(
            "2", effective: "2026-09-01", published: "2026-07-01", reason: "Members asked.", number: 2),
        now: String = after, settings: Settings = Settings(), statement: NoticeStatement = statement(),
        _ edit: (String) throws -> String
    ) throws -> [Finding] {
        try findings(to: to, now: now, settings: settings, statement: statement, edit).filter { $0.severity == .error }
    }

    /// Drafts a notice of the text as it stands, edits the file, and checks it against the text as it is now.
    private func findings(
        to: Version = version(
            "2", effective: "2026-09-01", published: "2026-07-01", reason: "Members asked.", number: 2),
        now: String = after, settings: Settings = Settings(), statement: NoticeStatement,
        _ edit: (String) throws -> String
    ) throws -> [Finding] {
        let drafted = try notice(
            difference(Self.before, Self.after, to: to), settings: settings, statement: statement)
        let body = NoticeFile(statement: statement, units: MarkdownForm.units(of: drafted)).body
        let file = NoticeFile(statement: statement, body: try edit(body), line: 10)
        let current = try notice(difference(Self.before, now, to: to), settings: settings, statement: statement)
        return NoticeCheck.findings(
            CheckedNotice(
                file: file, path: "notices/2.md", generated: current, units: MarkdownForm.units(of: current),
                version: to, before: content(Self.before), after: content(now), digest: file.digest(noticeFrontMatter),
                exists: { _ in false }))
    }
}
