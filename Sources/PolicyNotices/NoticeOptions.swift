package import PolicyModel

/// What a notice is made with beside the changes.
package struct NoticeOptions: Sendable {
    /// How the notice's language writes days and counts.
    package let locale: any NoticeLocale
    /// To whom it is addressed.
    package let recipient: Recipient
    /// The settings of the repository.
    package let settings: Settings
    /// The new texts by policy, where they are at hand: they give points the anchors of their places.
    package let texts: [PolicyID: Document]
    /// What people say in the file of the notice; nil where there is none.
    package let statement: NoticeStatement?
    /// The language of the policies' texts (BCP 47); nil where unknown.
    package let languageOfTexts: String?

    /// Makes options.
    package init(
        locale: any NoticeLocale, recipient: Recipient = Recipient(), settings: Settings = Settings(),
        texts: [PolicyID: Document] = [:], statement: NoticeStatement? = nil, languageOfTexts: String? = nil
    ) {
        self.locale = locale
        self.recipient = recipient
        self.settings = settings
        self.texts = texts
        self.statement = statement
        self.languageOfTexts = languageOfTexts
    }
}
