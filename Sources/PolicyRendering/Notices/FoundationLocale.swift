import Foundation
package import PolicyModel
package import PolicyNotices

/// The locale of a notice, by Foundation: only the notice's language decides, never the settings of the machine.
package struct FoundationLocale: NoticeLocale {
    package let language: String
    private let locale: Locale

    /// Makes the locale of a language tag; a bare `en` writes days as most of the world does, `en-US` as the United States do.
    package init(_ tag: String) {
        self.language = tag
        self.locale = Locale(identifier: tag.lowercased() == "en" ? "en_GB" : tag)
    }

    package func date(_ day: CivilDate) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let style = Date.FormatStyle(
            date: .long, time: .omitted, locale: locale, calendar: calendar, timeZone: .gmt)
        let text = style.format(Date(timeIntervalSince1970: Double(day.startOfDay.secondsSinceEpoch)))
        // CLDR writes "1 janvier", French readers and its style guides "1er janvier".
        return language.hasPrefix("fr") && day.day == 1 && text.hasPrefix("1 ") ? "1er" + text.dropFirst() : text
    }

    package func number(_ number: Int) -> String {
        number.formatted(.number.locale(locale))
    }

    package func name(ofLanguage tag: String) -> String {
        locale.localizedString(forLanguageCode: tag) ?? tag
    }

    // Foundation knows CLDR's plural rules, but gives them only to string catalogues of a bundle: these are the rules of
    // https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html for whole numbers.
    package func plural(_ count: Int) -> PluralCategory {
        switch language.prefix(2) {
        case "fr": count == 0 || count == 1 ? .one : count != 0 && count.isMultiple(of: 1_000_000) ? .many : .other
        case "es": count == 1 ? .one : count != 0 && count.isMultiple(of: 1_000_000) ? .many : .other
        default: count == 1 ? .one : .other
        }
    }
}
