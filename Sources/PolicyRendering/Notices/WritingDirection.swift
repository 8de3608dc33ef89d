/// The direction that a language is written in, as HTML names it.
enum WritingDirection: String {
    case leftToRight = "ltr"
    case rightToLeft = "rtl"

    /// The languages of which the usual script runs from right to left (CLDR, `characterOrder`).
    private static let rightToLeftLanguages: Set<Substring> = [
        "ar", "arc", "ckb", "dv", "fa", "he", "ks", "mzn", "nqo", "prs", "ps", "sd", "syr", "ug", "ur", "yi",
    ]

    /// Finds the direction of a language tag; a script in it (`az-Arab`) decides before the language.
    init(ofLanguage tag: String) {
        let parts = tag.lowercased().split { $0 == "-" || $0 == "_" }
        if let script = parts.dropFirst().first(where: { $0.count == 4 }) {
            self = ["arab", "hebr", "syrc", "thaa", "nkoo"].contains(script) ? .rightToLeft : .leftToRight
        } else {
            self = parts.first.map(Self.rightToLeftLanguages.contains) == true ? .rightToLeft : .leftToRight
        }
    }
}
