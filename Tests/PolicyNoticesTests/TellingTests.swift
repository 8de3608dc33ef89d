import PolicyDiff
import PolicyModel
import PolicyNotices
import PolicyQueries
import PolicyRendering
import Testing

@Suite("How a notice tells a clause that does several things")
struct TellingTests {
    private static let club = "# Rules\n\nThe club has a house.\n\n"

    private static func points(_ before: String, _ after: String) throws -> [String] {
        try notice(difference(club + before, club + after)).policies[0].groups.flatMap(\.points).map(\.text)
    }

    @Test("each statement of a new paragraph that binds somebody is told, whichever of them the change is about")
    func severalStatements() throws {
        let told = try Self.points(
            "",
            "You must wash the boats that you row after each trip on the river, and put them back into the shed on the pier. If you cannot wash a boat, you must not row it."
        )
        #expect(told.count == 1)
        #expect(told[0].contains("wash the boats"))
        #expect(told[0].contains("Also new: “If you cannot wash a boat, you must not row it”."), "\(told)")
    }

    @Test("each statement that went is told")
    func severalGone() throws {
        let told = try Self.points(
            "The pier is long. You must wash each boat. We will tell you of changes 30 days before.",
            "The pier is long.")
        #expect(told.joined().contains("wash each boat"))
        #expect(told.joined().contains("30 days before"), "\(told)")
    }

    @Test("what a paragraph said twice and says once is not told as gone")
    func repeated() throws {
        let before =
            "The pier is long. You may row a boat. We will tell you of changes 30 days before. The pier is old. You may row a boat."
        let notice = try notice(
            difference(Self.club + before, Self.club + "The pier is long. The pier is old. You may row a boat."))
        #expect(notice.sentences(.mayNoLonger).isEmpty)
        #expect(notice.words.joined(separator: " ").contains("30 days before"))
    }

    @Test("a place of the clause that no change tells is told beside the one that is")
    func otherPlaces() throws {
        let told = try Self.points(
            "We will keep your address for 2 years and share it with nobody.",
            "We will keep your address for 5 years and share it with our partners.")
        #expect(told.joined().contains("from 2 to 5 years"))
        #expect(told.joined().contains("“our partners”"), "\(told)")
    }

    @Test("that a verb lost its \"will\" is no place to tell")
    func smallWords() throws {
        let told = try Self.points(
            "We will repair the boats free of charge.", "We repair the boats free of charge, except the ferry.")
        #expect(told.joined().contains("except the ferry"))
        #expect(!told.joined().contains("“will”"), "\(told)")
    }

    @Test("German units stand in the case that \"von\" and \"auf\" ask for")
    func germanCases() throws {
        func german(_ period: String) -> PolicyContent {
            content("---\nlang: de\n---\n# Regeln\n\nSie dürfen ein Boot bis zu \(period) ausleihen.\n")
        }
        let difference = Difference(
            policy: PolicyName(id: "regeln", title: "Regeln"), from: version("1"), to: version("2", number: 2),
            comparison: compare(german("3 Tage"), german("1 Tag")))
        let notice = try Notice(
            of: [difference], NoticeOptions(locale: FoundationLocale("de"), languageOfTexts: "de"))
        #expect(notice.words.joined(separator: " ").contains("von 3 Tagen auf 1 Tag"))
    }

    @Test("an exception that comes with something else is told as words, not as a gain")
    func mixedException() throws {
        let notice = try notice(
            difference(
                Self.club + "You must not use the saw at night or lend it.",
                Self.club + "You must not use the saw at night, lend it or paint it, unless the keeper agrees."))
        #expect(notice.sentences(.mayNow).isEmpty, "\(notice.sentences(.mayNow))")
    }

    @Test("the number of a house is told with its street, not as a figure that was raised")
    func houseNumbers() throws {
        let told = try Self.points(
            "The club is a society with a registered office at 2 Long Pier, Harbour Town 1, in this country.",
            "The club is a society with a registered office at 12 Old Quay, Harbour Town 4, in this country.")
        #expect(told.joined().contains("Old Quay"), "\(told)")
        #expect(!told.joined().contains("Raises a figure"), "\(told)")
    }

    @Test("where a few small words changed and most of a clause did, most of it is told")
    func largestPlace() throws {
        let told = try Self.points(
            "This boat list is valid from 1 May 2025. A list of keepers hangs at the door.",
            "We are changing the boat list. The changes take effect on 1 June 2026.")
        #expect(told.joined().contains("1 June 2026"), "\(told)")
    }

    @Test("that a text no longer warns of something allows nothing")
    func warnings() throws {
        let notice = try notice(
            difference(
                Self.club + "Don't row unless you are ready to get wet.\n\nThe pier is long.",
                Self.club + "The pier is long."))
        #expect(notice.sentences(.mayNow).isEmpty, "\(notice.sentences(.mayNow))")
        #expect(notice.words.joined(separator: " ").contains("ready to get wet"))
    }

    @Test("a promise not to do something that became a right is a promise that is gone")
    func endedPromise() throws {
        let notice = try notice(
            difference(
                Self.club + "We will not give your number to other members.",
                Self.club + "We may give your number to other members."))
        #expect(notice.sentences(.weNoLongerPromise).count == 1, "\(notice.words.joined(separator: " "))")
    }

    @Test("no heading is followed by a sentence that denies it once more", arguments: ["en", "fr", "de", "es"])
    func noDoubleNegation(language: String) throws {
        let notice = try notice(
            difference(
                Self.club + "You may invite guests.\n\nWe will repair the boats.\n\nWe will wash the boats.",
                Self.club + "The pier is long."), language: language)
        let told = notice.sentences(.mayNoLonger) + notice.sentences(.weNoLongerPromise)
        let denials = [" no longer ", " ne ", " n’", " nicht mehr", " ya no "]
        #expect(told.count > 1)
        for sentence in told {
            let lead = " " + sentence.prefix { $0 != ":" }.lowercased() + " "
            #expect(!denials.contains { lead.contains($0) }, "\(sentence)")
        }
    }

    @Test("a company is named with the words that both names share")
    func companyNames() throws {
        let told = try Self.points(
            "Boat Club Limited keeps the house. You pay Boat Club Limited.",
            "Boat Club PLC keeps the house. You pay Boat Club PLC.")
        #expect(told.joined().contains("Club PLC” instead of “"), "\(told)")
    }

    @Test("of very many changes, that a section went comes first in the headline")
    func longHeadline() throws {
        let rules = (0..<30).map { "You must not enter room \($0 + 10) without a guide.\n\n" }.joined()
        let gone = "## Arbitration\n\nThe keeper settles quarrels.\n\n"
        let notice = try notice(
            difference("# Rules\n\n" + gone + "## House\n\nOld.\n", "# Rules\n\n## House\n\nOld.\n\n" + rules))
        #expect(notice.headline.contains("“Arbitration”"), "\(notice.headline)")
    }
}
