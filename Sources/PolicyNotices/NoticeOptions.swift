package import PolicyModel

/// What a notice is made with beside the changes.
package struct NoticeOptions: Sendable {
    /// How the notice's language writes days and counts.
    package let locale: any NoticeLocale
    /// To whom it is addressed.
    package let recipient: Recipient
    /// The settings of the repository.
    package let settings: Settings
    /// The language of the policies' texts (BCP 47); nil where unknown.
    package let languageOfTexts: String?

    /// Makes options.
    package init(
        locale: any NoticeLocale, recipient: Recipient = Recipient(), settings: Settings = Settings(),
        languageOfTexts: String? = nil
    ) {
        self.locale = locale
        self.recipient = recipient
        self.settings = settings
        self.languageOfTexts = languageOfTexts
    }
}
