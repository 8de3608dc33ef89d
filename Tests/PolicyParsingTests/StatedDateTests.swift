import PolicyLanguage
import PolicyModel
import PolicyParsing
import PolicyTestSupport
import Testing

@Suite("Dates that a text states")
struct StatedDateTests {
    private func dates(_ text: String, language: String? = nil) -> String {
        let stated = statedDates(inDocument: Array(text.utf8), language: language)
        return "effective \(stated.effective?.description ?? "-"), published \(stated.published?.description ?? "-")"
    }

    @Test(
        "the forms in which pages write the day a text takes effect",
        arguments: [
            "Effective March 25, 2026", "Effective:March 25, 2026", "**Effective Date:** March 25th, 2026",
            "effective as of 25 March 2026.",
            "EFFECTIVE DATE: 25 MAR 2026", "Effective Mar. 25, 2026", "Effective from the 25th of March, 2026",
            "Effective: 2026-03-25",
            "Effective: 25/03/2026", "Effective: 03/25/2026", "(effective March 25, 2026)",
            "# Terms of Service (effective March 25, 2026)",
            "Terms of Service – Effective March 25, 2026", "Effective March 25, 2026 | [Archived versions](x)",
            "Effective: Mar 25, 2026 ([previous version](x))", "Effective March 25, 2026Previous Version",
            "Version 3.0, effective March 25, 2026",
            "This Privacy Policy is effective March 25, 2026. To see the previous one, click here.",
            "| Effective date | March 25, 2026 |\n|---|---|",
            "Effective date\n\nMarch 25, 2026", "## Effective Date\n\nMarch 25, 2026",
            "Effective date  \nMarch 25, 2026",
            "Date d’entrée en vigueur : 25 mars 2026", "En vigueur au 25 mars 2026",
            "Applicables à compter du 25/03/2026",
            "Gültig ab 25. März 2026", "In Kraft seit dem 25.03.2026", "Fecha de entrada en vigor: 25 de marzo de 2026",
            "Vigente desde el 25/03/2026",
        ])
    func effective(text: String) {
        #expect(dates("# Terms\n\n\(text)\n\nThe text.") == "effective 2026-03-25, published -", "\(text)")
    }

    @Test(
        "the forms in which pages write the day of their last change",
        arguments: [
            "Last updated: 1 May 2026", "Last Updated May 1, 2026", "_Last modified on May 1st, 2026_",
            "This policy was last updated on May 1, 2026.",
            "Last Revised: 2026.05.01", "Updated 2026/05/01", "Version 3.1 – Updated May 1, 2026",
            "Version 2.4Last updated: 1 May 2026",
            "Date when this Privacy Notice was last updated: 1 May 2026",
            "Page last updated: May 1, 2026 (view history)",
            "Published: 04:50, 7 June 2011 | Updated: 16:09, 1 May 2026", "Dernière mise à jour : 1er mai 2026",
            "Version du 01/05/2026",
            "Mise à jour le 1er mai 2026", "Stand: 1. Mai 2026", "Stand: 01.05.2026",
            "Zuletzt aktualisiert am 01.05.2026", "Letzte Änderung: 1. Mai 2026",
            "Última actualización: 1 de mayo de 2026", "Actualizado el 01/05/2026",
        ])
    func published(text: String) {
        #expect(dates("# Terms\n\n\(text)\n\nThe text.") == "effective -, published 2026-05-01", "\(text)")
    }

    @Test(
        "both days in one line",
        arguments: [
            "Effective Date: July 28, 2022 Last Updated: May 1, 2022",
            "Updated on May 1, 2022, effective as of July 28, 2022",
            "Effective: July 28, 2022. Last Revised: May 1, 2022.",
            "Last updated: May 1, 2022 – Effective: July 28, 2022",
        ])
    func both(text: String) {
        #expect(dates(text) == "effective 2022-07-28, published 2022-05-01")
    }

    @Test(
        "one day for both",
        arguments: ["Last Updated & Effective Date: January 10, 2022", "Effective / Last updated: January 10, 2022"])
    func joint(text: String) {
        #expect(dates(text) == "effective 2022-01-10, published 2022-01-10")
    }

    @Test(
        "what is no statement about the text is unknown",
        arguments: [
            "If you signed up before 1 May 2020, the old terms apply.",
            "Effective January 1, 2020, we will charge a fee.",
            "Effective January 1, 2020, the California Consumer Privacy Act allows residents to ask.",
            "Effective [DATE]", "Effective: TBD",
            "Last updated 9 days ago", "Last updated: March 2026", "Last updated: 03/04/2026", "Last updated 3/25/26",
            "Effective February 30, 2026",
            "Privacy policy: effective from June 21, 2006, until August 19, 2008",
            "Effective from June 21, 2006 – August 19, 2008",
            "The changes to section 5 are effective June 1, 2026.",
            "For users who joined before, this agreement is effective as of June 28, 2026.",
            "March 25, 2026", "Our effective measures of 2020-01-01 helped.",
            "Regulation (EU) 2016/679 of 27 April 2016, last updated",
            "We updated section 4 on 1 May 2026 and section 5 on 2 May 2026.",
            "Subscriptions updated after May 1, 2026 renew.",
        ])
    func unknown(text: String) {
        #expect(dates("# Terms\n\n\(text)\n\nThe text.") == "effective -, published -", "\(text)")
    }

    @Test("a day in numbers is read by the language, and in English only where there is one reading")
    func numbers() {
        #expect(dates("Last updated: 03/04/2026") == "effective -, published -")
        #expect(dates("Last updated: 04/04/2026") == "effective -, published 2026-04-04")
        #expect(dates("Dernière mise à jour : 03/04/2026") == "effective -, published 2026-04-03")
        #expect(dates("Stand: 03.04.2026") == "effective -, published 2026-04-03")
        #expect(dates("Last updated: 13/04/2026") == "effective -, published 2026-04-13")
    }

    @Test("the end of the text counts where the beginning says nothing, the middle never")
    func places() {
        let filler = String(repeating: "Some clause of the text.\n\n", count: 100)
        #expect(dates(filler + "Last updated: May 1, 2026") == "effective -, published 2026-05-01")
        #expect(dates(filler + "Last updated: May 1, 2026\n\n" + filler) == "effective -, published -")
        #expect(
            dates("Last updated: May 2, 2026\n\n" + filler + "Last updated: May 1, 2026")
                == "effective -, published 2026-05-02")
        #expect(dates(filler + "Last updated: May 1, 2026\n\nLast updated: May 2, 2026") == "effective -, published -")
    }

    @Test("another text at the end does not date the one before it")
    func otherText() {
        let filler = String(repeating: "Some clause of the text.\n\n", count: 100)
        #expect(dates(filler + "User Privacy Notice effective April 21, 2025") == "effective -, published -")
        #expect(
            dates(
                "For some users this agreement is effective as of June 28, 2026.\n\n" + filler
                    + "Effective April 21, 2025")
                == "effective -, published -")
    }

    @Test("a clause is told to be a date stamp, with its kind, whether or not the day can be read")
    func stamps() {
        let stamp = dateStamps(in: "Last updated: March 25, 2026")
        #expect(stamp?.stamps == [DateStamp(kind: .published, date: CivilDate(iso: "2026-03-25"))])
        #expect(stamp?.isWholeText == true)
        #expect(dateStamp(in: "Last updated 9 days ago") == DateStamp(kind: .published, date: nil))
        #expect(dateStamp(in: "You must pay by March 25, 2026") == nil)
        #expect(dateStamps(in: "Effective: June 1, 2026. You must comply.")?.isWholeText == false)
    }

    @Test("no month name means different months in two languages")
    func months() {
        var months: [String: Set<String>] = [:]
        for language in Language.all where !language.entries("months").isEmpty {
            for entry in language.entries("months") {
                for word in entry.words { months[word, default: []].insert(entry.key ?? "") }
            }
            #expect(language.entries("months").compactMap(\.key) == (1...12).map(String.init), "\(language.code)")
        }
        #expect(months.filter { $0.value.count > 1 }.isEmpty)
    }

    @Test("reading dates takes no longer than the text is long")
    func hostile() {
        let shapes = [
            "Effective ", "effective 1 ", "last updated on ", "March ", "2026-", "1 ", "Version 1.", "effective and ",
        ]
        let time = threadTime {
            for shape in shapes {
                _ = dates(String(repeating: shape, count: 50_000))
                _ = dates(String(repeating: shape + "\n\n", count: 5_000))
            }
        }
        #expect(time < .seconds(20))
    }
}
