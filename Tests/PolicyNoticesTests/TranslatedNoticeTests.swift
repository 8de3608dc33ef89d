import PolicyDiff
import PolicyModel
import PolicyNotices
import PolicyQueries
import PolicyRendering
import Testing

@Suite("A notice of a policy that has a translation")
struct TranslatedNoticeTests {
    private static let english = (
        old: """
        # Terms of the yard

        ## Bookings

        You may cancel a booking within 30 days.

        You may not enter the kiln room unless a trainer is present.
        """,
        new: """
        # Terms of the yard

        ## Bookings

        You may cancel a booking within 14 days.

        You may not enter the kiln room.

        ## Care

        You must clean the bench.
        """
    )
    private static let french = (
        old: """
        # Conditions de la cour

        ## Réservations

        Vous pouvez annuler une réservation dans les 30 jours.

        Vous ne pouvez pas entrer dans la salle du four sauf si un formateur est présent.
        """,
        new: """
        # Conditions de la cour

        ## Réservations

        Vous pouvez annuler une réservation dans les 14 jours.

        Vous ne pouvez pas entrer dans la salle du four.

        ## Soin

        Vous devez nettoyer l’établi.
        """
    )

    private static func notice(_ oldFrench: String?, _ newFrench: String?, reason: String? = nil) throws -> Notice {
        let (before, after) = (content(english.old), content(english.new))
        func translation(_ text: PolicyContent, _ french: String?) -> TextTranslation? {
            french.map { TextTranslation(of: text.document, into: "fr", content($0).document, reason: reason) }
        }
        let difference = difference(english.old, english.new)
        let pair = TranslatedPair(before: translation(before, oldFrench), after: translation(after, newFrench))
        return try Notice(
            of: [difference],
            NoticeOptions(
                locale: FoundationLocale("fr"), contents: ["rules-of-the-club": after],
                translations: ["rules-of-the-club": pair], languageOfTexts: "en"))
    }

    @Test("quotes the translation's words, under its headings, and says so and which text controls")
    func translated() throws {
        let notice = try Self.notice(Self.french.old, Self.french.new, reason: "À votre demande.")
        let points = notice.policies[0].groups.flatMap(\.points)
        let told = points.map { ($0.text + " " + ($0.place ?? "")).replacing("\u{A0}", with: " ") }.joined(
            separator: "\n")
        #expect(
            told.contains(
                "de 30 à 14 jours : « Vous pouvez annuler une réservation dans les 14 jours ». Conditions de la cour › Réservations"
            ))
        #expect(
            told.contains(
                "une exception : « sauf si un formateur est présent » : « Vous ne pouvez pas entrer dans la salle du four »."
            )
        )
        #expect(told.contains("« Vous devez nettoyer l’établi ». Conditions de la cour › Soin"))
        #expect(told.contains("Ajoute une section : « Soin »"))
        #expect(points.allSatisfy { $0.quotations == .init(language: "fr", isTranslation: true) })
        #expect(notice.headline.hasPrefix("Conditions de la cour"))
        let facts = notice.facts.map(\.text).joined()
        #expect(facts.contains("traduction française") && facts.contains("fait foi"))
        #expect(notice.policies[0].facts.contains { $0.text == "À votre demande." })
    }

    @Test(
        "quotes the text itself where the translation lacks a clause, names other figures, or was not renewed",
        arguments: [
            french.new.replacing("## Soin\n\nVous devez nettoyer l’établi.", with: ""),
            french.new.replacing("14 jours", with: "15 jours"),
            french.old,
        ])
    func lacking(_ newFrench: String) throws {
        let notice = try Self.notice(Self.french.old, newFrench)
        let points = notice.policies[0].groups.flatMap(\.points)
        let own = points.filter { $0.quotations == .init(language: "en", isTranslation: false) }
        #expect(!own.isEmpty)
        for point in own { #expect(point.text.contains("You ") || point.text.contains("Care")) }
        #expect(!points.contains { $0.text.contains("15 jours") })
        #expect(notice.facts.map(\.text).joined().contains("anglais"))
    }

    @Test("without a translation all quotations are in the language of the text, and a page marks them so")
    func none() throws {
        let notice = try Self.notice(nil, nil)
        let page = String(decoding: try NoticeForm.html.rendered(notice, Stationery()), as: UTF8.self)
        #expect(page.contains("<span lang=\"en\">You must clean the bench</span>"))
        #expect(page.contains("<blockquote dir=\"auto\" lang=\"en\">"))
        #expect(!page.contains("lang=\"fr\">You"))
    }
}
