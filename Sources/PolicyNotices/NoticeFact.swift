internal import PolicyLanguage
package import PolicyModel

/// Something that readers are told beside the changes: who is affected, what to do, how to leave.
package struct NoticeFact: Hashable, Sendable {
    /// What it is about.
    package let subject: NoticeSubject
    /// What to call it in the notice's language ("What you need to do").
    package let label: String
    /// The text, one or a few sentences.
    package let text: String
    /// The same in the Markdown of people who wrote it; nil where it is text alone.
    package let markdown: String?
    /// The day it names, where it names one, for calendars.
    package let day: CivilDate?

    /// Makes a fact.
    package init(
        subject: NoticeSubject, label: String, text: String, markdown: String? = nil, day: CivilDate? = nil
    ) {
        self.subject = subject
        self.label = label
        self.text = text
        self.markdown = markdown
        self.day = day
    }
}

extension NoticeFact {
    /// The day that a text names; nil where it names none, or several, of which a reader has to read which one counts.
    static func day(in text: String, language: String) -> CivilDate? {
        let dates = FiguresInText(text, language: language).dates
        return dates.count == 1 ? dates[0] : nil
    }
}

/// The fixed words of a language that forms put around the texts.
package struct NoticeLabels: Hashable, Sendable {
    /// Behind a label: ":", in French after a no-break space.
    package let colon: String
    /// What stands before and behind a quotation.
    package let quotationOpen: String, quotationClose: String
    /// Above the overview of very many changes: "In short".
    package let inShort: String
    /// Above the changes: "What changes".
    package let changes: String
    /// Before the old wording: "Before".
    package let was: String
    /// Before the new wording: "Now".
    package let now: String
    /// Before the place: "Where".
    package let place: String
    /// Before a reason: "Why".
    package let why: String
    /// Before the version: "Version".
    package let version: String
    /// Above the links: "The texts".
    package let links: String
    /// "and 3 more changes": with `{count}` in its place.
    package let more: [PluralCategory: String]
    /// Above both texts in one: "Both texts compared, word by word".
    package let redline: String
    /// Of a notice that changes an earlier one: "Amended notice".
    package let amended: String
    /// Under a notice: "Digest of this notice".
    package let digest: String
    /// Where readers stop further messages of a list: "Unsubscribe".
    package let unsubscribe: String
    /// In a calendar and a feed: "{title} takes effect", with `{title}` in its place.
    package let takesEffect: String

    /// Returns "and 3 more changes".
    package func more(_ count: Int, _ locale: any NoticeLocale) -> String {
        let pattern = more[locale.plural(count)] ?? more[.other] ?? "{count}"
        return pattern.replacing("{count}", with: locale.number(count))
    }
}
