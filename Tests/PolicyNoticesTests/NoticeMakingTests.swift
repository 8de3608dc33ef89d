import PolicyDiff
import PolicyModel
import PolicyNotices
import PolicyQueries
import PolicyRendering
import PolicyTestSupport
import Testing

@Suite("The notice of a difference")
struct NoticeMakingTests {
    private static let before = """
        # Rules of the club

        ## Use
        You may invite guests to the lounge.

        You must wear a badge in the workshop.

        ## Returns
        You may return a borrowed tool within 30 days of the loan.

        We will repair broken tools at our own cost.
        """
    private static let after = """
        # Rules of the club

        ## Use
        You must not store fuel in the lockers.

        You must sign the logbook before you use the lathe.

        ## Returns
        You may return a borrowed tool within 14 days of the loan.
        """

    @Test("puts each change under the heading of what it means for the reader, verb-led, in its own words")
    func headings() throws {
        let notice = try notice(difference(Self.before, Self.after))
        #expect(
            notice.sentences(.mayNoLonger) == [
                "Adds a prohibition: “You must not store fuel in the lockers”.",
                "Removes a permission: “You may invite guests to the lounge”.",
                "Shortens a period from 30 to 14 days: “You may return a borrowed tool within 14 days of the loan”.",
            ])
        #expect(
            notice.sentences(.mustNow) == ["Adds a duty: “You must sign the logbook before you use the lathe”."])
        #expect(
            notice.sentences(.noLongerHaveTo) == ["Removes a duty: “You must wear a badge in the workshop”."])
        #expect(
            notice.sentences(.weNoLongerPromise)
                == ["Removes a promise: “We will repair broken tools at our own cost”."])
    }

    @Test("says in at most three sentences which version applies from when, and how hard it is")
    func summary() throws {
        let notice = try notice(difference(Self.before, Self.after))
        #expect(
            notice.summary == [
                "Version 2 of “Rules of the club” applies from 1 September 2026 and replaces version 1.",
                "For you, 5 points are stricter and one point is less strict.",
            ])
        #expect(notice.category == .mixed)
        #expect(notice.id == "rules-of-the-club/2")
    }

    @Test("is short: under 300 words for eight changes", arguments: ["en", "fr", "de", "es"])
    func length(language: String) throws {
        let clauses = [
            "You must not resell a seat in the workshop to a person who is no member of the club.",
            "You must tell the keeper of the tools about each tool that you find broken or worn.",
            "You may bring a guest to the workshop on any day on which the keeper is there.",
            "We will answer each complaint within 10 days of the day on which it reaches us.",
            "We may close the workshop on any day without giving a reason beforehand.",
            "You must not leave a machine that is running without a member beside it.",
            "You must pay the fee for the year in January, by bank transfer or in cash.",
            "You may leave the club at the end of each month without giving a reason.",
        ]
        let text = "# Rules\n\n" + clauses.map { $0 + "\n\n" }.joined()
        let notice = try notice(
            difference("# Rules\n\nThe club has a workshop.\n", text + "The club has a workshop.\n"), language: language
        )
        #expect(notice.policies[0].groups.flatMap(\.points).count == 8)
        #expect(notice.words.count < 300, "\(notice.words.count) words")
    }

    @Test(
        "the reason that a version gives for several of the changes is said once, with the version; for one, beside it",
        arguments: [1, 3])
    func reasonsOnce(count: Int) throws {
        let whole = difference(Self.before, Self.after)
        let changes = whole.comparison.changes.enumerated().map { number, change in
            change.introduced(in: number < count ? "2" : "1.5")
        }
        let notice = try notice(
            Difference(
                policy: whole.policy, from: whole.from, to: whole.to, comparison: Comparison(changes: changes)))
        let whys = notice.policies[0].groups.flatMap(\.points).compactMap(\.why)
        let facts = notice.policies[0].facts.filter { $0.subject == .why }.map(\.text)
        #expect(whys == (count == 1 ? ["Members asked."] : []))
        #expect(facts == (count == 1 ? [] : ["Version 2: Members asked."]))
    }

    @Test("of very many changes, words that came or went in one section are one point that keeps all of them")
    func longNotices() throws {
        let changes = (0..<40).map { number in
            Change(
                id: "\(number)", kind: "disclosure-added", significance: .material, direction: .unclear,
                section: ["Rules", "Rooms"], before: nil,
                after: Change.Evidence(text: "Room \(number) is \(number) steps long.", lines: LineRange(1, 1)),
                summary: "",
                reason: "")
        }
        let notice = try notice(
            Difference(
                policy: PolicyName(id: "rules-of-the-club", title: "Rules"), from: version("1"), to: version("2"),
                comparison: Comparison(changes: changes)))
        let points = notice.policies[0].groups.flatMap(\.points)
        #expect(points.count == 1 && points[0].changes == changes)
        #expect(
            points[0].text
                == "Makes 40 changes here: now states: “Room 0 is 0 steps long”; now states: “Room 1 is 1 steps long”; now states: “Room 2 is 2 steps long”; and 37 more changes."
        )
    }

    @Test("words that do not show that something is kinder are not counted as kinder")
    func unshownGains() throws {
        let change = Change(
            id: "1", kind: "disclosure-added", significance: .material, direction: .looser, section: ["Rules"],
            before: nil, after: Change.Evidence(text: "The house has a garden.", lines: LineRange(1, 1)), summary: "",
            reason: "")
        let notice = try notice(
            Difference(
                policy: PolicyName(id: "rules-of-the-club", title: "Rules"), from: version("1"), to: version("2"),
                comparison: Comparison(changes: [change])))
        #expect(notice.summary.last == "For you, one point may be either.")
    }

    @Test("a policy that is new gives and takes, and is filed as new")
    func newPolicy() throws {
        let notice = try notice(
            Difference(
                policy: PolicyName(id: "rules-of-the-club", title: "Rules"), from: nil, to: version("1"),
                comparison: Comparison(changes: [])))
        #expect(notice.category == .mixed && notice.tags == ["mixed", "new-policy"])
    }

    @Test("nothing at all reads well", arguments: ["en", "fr", "de", "es"])
    func nothing(language: String) throws {
        let notice = try notice(difference(Self.before, Self.before), language: language)
        #expect(notice.policies[0].groups.isEmpty && notice.policies[0].wordingOnly == nil)
        #expect(notice.category == .editorial && !notice.summary.joined().isEmpty)
        if language == "en" { #expect(notice.headline == "Rules of the club: nothing changed") }
    }

    @Test("editorial changes are one closing line")
    func editorial() throws {
        let notice = try notice(
            difference("# Rules\n\nThe lounge is open to members.\n", "# Rules\n\nThe  lounge is open to *members*.\n"))
        #expect(notice.policies[0].groups.isEmpty)
        #expect(
            notice.policies[0].wordingOnly?.text == "Changes wording or layout in one place, with the same meaning.")
        #expect(notice.summary.last == "Only wording or layout changed.")
    }

    @Test("a thousand changes are a thousand sentences under a few headings, none of them long")
    func thousand() throws {
        let rooms = (0..<1_000).map { "Room \($0 + 10) of the old building holds \($0 + 2) shelves." }
        let clauses = (0..<1_000).map { "You must not enter room \($0 + 10) of the old building without a guide." }
        let before = "# Rules\n\n" + rooms.joined(separator: "\n\n")
        let notice = try notice(difference(before, before + "\n\n" + clauses.joined(separator: "\n\n")))
        let points = notice.policies[0].groups.flatMap(\.points)
        #expect(Set(points.flatMap(\.changes).map(\.id)).count == 1_000)
        #expect(notice.headline.count < 200 && notice.summary.count <= 3)
        #expect(points.allSatisfy { $0.text.split(separator: " ").count < 30 })
    }

    @Test("hostile text stays text: no control characters, no direction marks, no places of the catalogue")
    func hostile() throws {
        let hostile =
            "You must not {old} run \\<script>alert(1)\\</script> \u{1B}[31m or \u{202E}evil\u{202C} {{x}} --> today."
        let notice = try notice(
            difference("# Rules\n\nThe club has a house.\n", "# Rules\n\nThe club has a house.\n\n\(hostile)\n"))
        let text = notice.sentences(.mayNoLonger).joined()
        #expect(text.contains("{old} run <script>alert(1)</script>") && text.contains("{{x}}"))
        #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    }

    @Test("a list that gains many names shows them, not the first alone")
    func longLists() throws {
        let notice = try notice(
            difference(
                "# Rules\n\nThe club has houses in Austria, Belgium, Canada and Spain.\n",
                "# Rules\n\nThe club has houses in Austria, Belgium, Brazil, Canada, Chile, Egypt and Spain.\n"))
        let text = notice.policies[0].groups.flatMap(\.points).map(\.text).joined()
        #expect(["Brazil", "Chile", "Egypt"].allSatisfy(text.contains), "\(text)")
    }

    @Test(
        "a ban, a duty, a right or a promise is told as one only where the quoted words show it of the right person",
        arguments: [
            ("We may share your address with carriers who must deliver your orders.", Meaning.alsoChanged),
            ("If we give you a refund, you must not use the workshop any longer.", .mayNoLonger),
            ("Nothing in these rules affects your mandatory rights as a consumer.", .alsoChanged),
            ("You must tell the keeper before you leave.", .mustNow),
            ("The house was built in 1890 and holds forty rooms.", .alsoChanged),
        ])
    func proof(clause: String, meaning: Meaning) throws {
        let notice = try notice(
            difference(
                "# Rules\n\nThe club has a house. It is old.\n",
                "# Rules\n\nThe club has a house. It is old.\n\n\(clause)\n"))
        for group in notice.policies[0].groups { #expect(group.meaning == meaning, "\(group.points.map(\.text))") }
        #expect(!notice.policies[0].groups.isEmpty)
    }

    @Test("the reader who is new is told their own day, and nothing about leaving")
    func newReaders() throws {
        let settings = Settings(
            notices: NoticeSettings(texts: [
                .leave: LocalizedText(["": "Write to the board."]), .act: LocalizedText(["": "Sign again."]),
            ]))
        let to = version("2", effective: "2026-09-01", audiences: ["existing-users": "2026-12-01"], number: 2)
        let difference = difference(Self.before, Self.after, to: to)
        let existing = try notice(difference, settings: settings).policies[0]
        let new = try notice(difference, reader: Recipient(reader: .new), settings: settings).policies[0]
        #expect(existing.effective.map(\.day) == [CivilDate(iso: "2026-12-01")])
        #expect(new.effective.map(\.day) == [CivilDate(iso: "2026-09-01")])
        #expect(existing.facts.contains { $0.subject == .leave } && !new.facts.contains { $0.subject == .leave })
        #expect(new.facts.contains { $0.subject == .act })
    }

    @Test("what nobody has said is asked for, and not in what readers read")
    func wanted() throws {
        let notice = try notice(difference(Self.before, Self.after))
        #expect(notice.wanted.map(\.subject) == [.affected, .notAffected, .act, .silence, .object, .leave])
        #expect(!notice.policies[0].facts.contains { NoticeSubject.saidByPeople.contains($0.subject) })
    }

    @Test("links are filled with the labels, escaped for an address")
    func links() throws {
        let settings = Settings(
            notices: NoticeSettings(links: [
                .new: "https://example.org/{policy}/{version}",
                .redline: "https://example.org/{policy}/{old}...{version}",
            ]))
        let links = try notice(
            difference(Self.before, Self.after, to: version("2 & more", effective: "2026-09-01", number: 2)),
            settings: settings
        ).policies[0].links
        #expect(
            links.map(\.url) == [
                "https://example.org/rules-of-the-club/2%20%26%20more",
                "https://example.org/rules-of-the-club/1...2%20%26%20more",
            ])
    }

    @Test("two notices with one digest say the same; one other word is another digest")
    func digest() throws {
        let first = try notice(difference(Self.before, Self.after))
        #expect(try notice(difference(Self.before, Self.after)).digest == first.digest)
        let other = try notice(difference(Self.before, Self.after + "\n\nYou may sit down."))
        #expect(other.digest != first.digest && first.digest.count == 64)
    }

    @Test("fifty changes take less than a tenth of a second")
    func speed() throws {
        let clauses = (0..<50).map { "You must not enter room \($0 + 10) of the old building without a guide." }
        let difference = difference(
            "# Rules\n\nThe club has a house.\n",
            "# Rules\n\nThe club has a house.\n\n" + clauses.joined(separator: "\n\n"))
        _ = try notice(difference)
        let best = try (0..<5).map { _ in try threadTime { _ = try notice(difference) } }.min()
        #if DEBUG
            // Unoptimised code takes about ten times as long.
            #expect(try #require(best) < .milliseconds(1_000))
        #else
            #expect(try #require(best) < .milliseconds(100))
        #endif
    }

    @Test("a rule that applies from a day of its own says so, and points lead to their place in the new text")
    func ruleDays() throws {
        func rules(_ extra: String) -> String {
            "rules:\n  - {id: badges, type: duty, action: wear a badge in the workshop}\n" + extra
        }
        let text = "# Rules\n\n## Workshop {#shop}\n\nMembers wear badges and bring lamps.\n"
        let before = content(text, rules: rules(""))
        let after = content(
            text,
            rules: rules(
                "  - {id: lamps, type: duty, action: carry a lamp in the cellar, effective: 2026-12-01, clause: '#shop'}\n"
            ))
        let difference = Difference(
            policy: PolicyName(id: "rules-of-the-club", title: "Rules"), from: version("1"),
            to: version("2", effective: "2026-09-01", number: 2), comparison: compare(before, after))
        let notice = try Notice(
            of: [difference],
            NoticeOptions(locale: FoundationLocale("en"), contents: ["rules-of-the-club": after], languageOfTexts: "en")
        )
        let point = try #require(notice.policies[0].groups.flatMap(\.points).first)
        #expect(point.text == "Requires: “carry a lamp in the cellar”.")
        #expect(point.place?.hasSuffix("from 1 December 2026") == true, "\(point.place ?? "none")")
    }
}
