import ArgumentParser
import PolicyModel
import PolicyNotices
import PolicyQueries
import PolicyRendering

/// To whom a notice is addressed, and in which language.
struct NoticeReaderOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The language of the notice: en, fr, de or es; the first language of the settings by default.",
            valueName: "language"))
    var language: String?

    @Option(
        help: ArgumentHelp("The audience whose days are told, such as business-users.", valueName: "audience"))
    var audience: String?

    @Option(
        help: ArgumentHelp(
            "Whether readers knew the old version: existing, or new ones, who have nothing to object to or leave.",
            valueName: "reader"))
    var reader: Recipient.Reader = .existing

    /// Returns what a notice is made with.
    func options(_ chronicle: Chronicle) -> NoticeOptions {
        let settings = chronicle.source.settings
        let tag = language ?? settings.languages.first { Catalogue.named($0) != nil } ?? "en"
        return NoticeOptions(
            locale: FoundationLocale(tag), recipient: Recipient(reader: reader, audience: audience),
            settings: settings, languageOfTexts: settings.languages.first)
    }
}

extension Recipient.Reader: ExpressibleByArgument {}
