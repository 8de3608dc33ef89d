/// What stops the making of a notice.
package struct NoticeError: Error, Hashable {
    /// What kind of failure it is.
    package enum Code: Hashable, Sendable {
        /// There are no sentences in the language.
        case unknownLanguage
        /// The settings name a rule that is not there.
        case unknownRule
    }

    /// What kind of failure it is.
    package let code: Code
    /// One sentence that says what failed, on what.
    package let message: String
    /// What to do about it.
    package let hint: String?

    static func unknownLanguage(_ tag: String) -> NoticeError {
        let known = Catalogue.all.map(\.language).joined(separator: ", ")
        return NoticeError(
            code: .unknownLanguage, message: "Notices cannot be written in the language \"\(tag)\".",
            hint: "There are: \(known).")
    }

    static func unknownRule(_ id: String, known: [String]) -> NoticeError {
        NoticeError(
            code: .unknownRule, message: "The settings name a notice rule \"\(id)\" that is not there.",
            hint:
                "There are: \(known.joined(separator: ", ")); further ones stand under notices: rules: in policyhistory.yaml."
        )
    }
}
