extension NoticeWriter {
    /// The fixed words of the language.
    func labels() -> NoticeLabels {
        func label(_ key: String) -> String { catalogue.text("labels/\(key)") }
        var more: [PluralCategory: String] = [:]
        for category in PluralCategory.allCases { more[category] = catalogue["labels/more.\(category.rawValue)"] }
        return NoticeLabels(
            colon: label("colon"), quotationOpen: phrasing.marks.open,
            quotationClose: phrasing.marks.close, inShort: label("in-short"), changes: label("changes"),
            was: label("was"), now: label("now"),
            place: label("place"), why: label("why"),
            version: label("version"), links: label("links"), more: more, redline: catalogue.text("links/redline"),
            amended: label("amended"),
            digest: label("digest"), unsubscribe: label("unsubscribe"), takesEffect: label("takes-effect"))
    }
}
