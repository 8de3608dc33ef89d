package import PolicyModel

/// What a notice is made with beside the changes.
package struct NoticeOptions: Sendable {
    /// How the notice's language writes days and counts.
    package let locale: any NoticeLocale
    /// To whom it is addressed.
    package let recipient: Recipient
    /// The settings of the repository.
    package let settings: Settings
    /// The new texts and rules by policy, where they are at hand: they give points the anchors of their places, and the days from
    /// which single rules apply.
    package let contents: [PolicyID: PolicyContent]
    /// Recorded translations into the notice's language, of both texts, by policy: what they have is quoted of them.
    package let translations: [PolicyID: TranslatedPair]
    /// What people say in the file of the notice; nil where there is none.
    package let statement: NoticeStatement?
    /// The language of the policies' texts (BCP 47); nil where unknown.
    package let languageOfTexts: String?

    /// Makes options.
    package init(
        locale: any NoticeLocale, recipient: Recipient = Recipient(), settings: Settings = Settings(),
        contents: [PolicyID: PolicyContent] = [:], translations: [PolicyID: TranslatedPair] = [:],
        statement: NoticeStatement? = nil, languageOfTexts: String? = nil
    ) {
        self.locale = locale
        self.recipient = recipient
        self.settings = settings
        self.contents = contents
        self.translations = translations
        self.statement = statement
        self.languageOfTexts = languageOfTexts
    }
}
