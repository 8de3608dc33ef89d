import PolicyModel
import PolicyNotices
import PolicyQueries
import PolicyRendering
import Testing

@Suite("What a version and its texts are held to before a notice of them is sent")
struct LintTests {
    private static let before = "# Rules\n\n## Use\n\nYou may invite guests.\n"
    private static let after = "# Rules\n\n## Use\n\nYou must not store fuel in the lockers.\n"

    @Test(
        "remarks on a text that leaves readers alone with its changes, promises what cannot be sent, or breaks links",
        arguments: [
            ("Please check this page regularly for changes.", "N010", true),
            ("Please check this page regularly. We will notify you of changes.", "N010", false),
            ("We will send you an e-mail before we change these rules.", "N026", true),
            ("We will send you an e-mail when your tool is ready.", "N026", false),
            ("The house is old.\n\n## Use of rooms\n\nRooms are warm.", "N018", false),
        ])
    func texts(clause: String, id: String, isFound: Bool) throws {
        let found = try findings(after: Self.after + "\n" + clause + "\n")
        #expect(found.contains { $0.id == id } == isFound, "\(found.map(\.id))")
        if isFound { #expect(found.first { $0.id == id }?.place?.lines == LineRange(7, 7)) }
    }

    @Test("remarks on a heading that others may have linked to, unless its anchor stays")
    func anchors() throws {
        let renamed = Self.after.replacing("## Use", with: "## How to use it")
        #expect(try findings(after: renamed).first { $0.id == "N018" }?.message.contains("#use") == true)
        let kept = Self.after.replacing("## Use", with: "## How to use it {#use}")
        #expect(try !findings(after: kept).contains { $0.id == "N018" })
    }

    @Test("refuses other words under the dates of the version before")
    func dates() throws {
        let first = version("1", effective: "2026-09-01", published: "2026-07-01")
        #expect(try findings(previous: first).contains { $0.id == "N003" && $0.severity == .error })
        #expect(try !findings(previous: version("1", effective: "2026-01-01")).contains { $0.id == "N003" })
    }

    @Test("refuses a version that some audience gets before the one it replaces")
    func overlap() throws {
        let first = version("1", effective: "2026-01-01", audiences: ["business-users": "2026-10-01"])
        let found = try findings(previous: first).first { $0.id == "N014" }
        #expect(found?.message.contains("for business-users") == true)
        #expect(try !findings(previous: version("1", effective: "2026-01-01")).contains { $0.id == "N014" })
    }

    @Test("refuses a published version that was recorded with another text, unless as a correction")
    func correction() throws {
        let earlier = version(
            "2", effective: "2026-09-01", published: "2023-01-01", number: 7, state: .corrected)
        #expect(try findings(earlier: [earlier]).contains { $0.id == "N015" })
        #expect(try !findings(qualities: [.correction], earlier: [earlier]).contains { $0.id == "N015" })
        let unpublished = version("2", effective: "2026-09-01", number: 7, state: .corrected)
        #expect(try !findings(earlier: [unpublished]).contains { $0.id == "N015" })
        let postponed = version("2", effective: "2026-08-01", published: "2023-01-01", number: 7, state: .postponed)
        #expect(try !findings(earlier: [postponed]).contains { $0.id == "N015" })
    }

    @Test("remarks on a version that nobody has looked at for a year, by the day that is asked about")
    func stale() throws {
        #expect(try findings(today: CivilDate(iso: "2027-08-01")).contains { $0.id == "N019" })
        #expect(try !findings(today: CivilDate(iso: "2027-06-01")).contains { $0.id == "N019" })
    }

    @Test("refuses a figure of a rule that its clause says otherwise")
    func rules() throws {
        func rules(_ days: String) -> String {
            "rules:\n  - {id: returns, type: duty, action: return a tool within \(days) days, clause: '#use'}\n"
        }
        let text = Self.after + "\nYou must return a tool within 60 days.\n"
        #expect(
            try findings(after: text, rules: rules("30")).first { $0.id == "N013" }?.message.contains("30 days") == true
        )
        #expect(try !findings(after: text, rules: rules("60")).contains { $0.id == "N013" })
    }

    @Test("refuses a translation with other numbers, and remarks on one that is missing or of another version")
    func translations() throws {
        let settings = Settings(languages: ["en", "fr"])
        let text = Self.after + "\nYou must return a tool within 60 days.\n"
        func french(_ days: String, of label: String? = "2") -> TranslatedText {
            TranslatedText(
                language: "fr", translates: label,
                document: content("# Règles\n\nVous devez rendre un outil dans les \(days) jours.\n").document)
        }
        func found(_ translations: [TranslatedText]) throws -> [Finding.Severity] {
            try findings(after: text, settings: settings, translations: translations).filter { $0.id == "N016" }
                .map(\.severity)
        }
        #expect(try found([]) == [.warning])
        #expect(try found([french("60", of: "1")]) == [.warning])
        #expect(try found([french("30")]) == [.error])
        #expect(try found([french("60")]).isEmpty)
    }

    @Test("remarks where the author of a version alone approved its notice")
    func selfApproval() throws {
        func approval(_ name: String) -> NoticeApproval {
            NoticeApproval(by: name, on: CivilDate(daysSinceEpoch: 20_000), digest: "d")
        }
        #expect(try findings(approvals: [approval("Ada")], author: "Ada").contains { $0.id == "N021-self" })
        #expect(
            try !findings(approvals: [approval("Ada"), approval("Bo")], author: "Ada").contains {
                $0.id == "N021-self"
            })
    }

    // MARK: Support

    private func findings(
        after: String = after, rules: String? = nil, previous: Version? = nil,
        qualities: [NoticeQuality] = [], approvals: [NoticeApproval] = [], settings: Settings = Settings(),
        earlier: [Version] = [], translations: [TranslatedText] = [], author: String? = nil, today: CivilDate? = nil
    ) throws -> [Finding] {
        let to = version("2", effective: "2026-09-01", published: "2026-07-01", reason: "Why.", number: 2)
        let statement = NoticeStatement(
            policy: "rules-of-the-club", from: "1", version: "2", text: ObjectID(high: 2, middle: 0, low: 0),
            language: "en", qualities: qualities, approvals: approvals)
        let drafted = try notice(difference(Self.before, after, to: to), statement: statement)
        let units = MarkdownForm.units(of: drafted)
        return NoticeCheck.findings(
            CheckedNotice(
                file: NoticeFile(statement: statement, units: units), path: "notices/2.md", generated: drafted,
                units: units, version: to, before: content(Self.before), after: content(after, rules: rules),
                digest: "d",
                surroundings: CheckedNotice.Surroundings(
                    previous: previous, earlier: earlier, translations: translations, settings: settings,
                    author: author, today: today),
                exists: { _ in false }))
    }
}
