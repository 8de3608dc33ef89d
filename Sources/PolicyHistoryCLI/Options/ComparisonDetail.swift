import ArgumentParser

/// The language in which texts are compared.
struct LanguageOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The language of the texts (such as en, fr, de); detected by default.", valueName: "language"))
    var language: String?
}

/// How two texts are compared, and how much of the result is told.
struct ComparisonDetail: ParsableArguments {
    @OptionGroup var languageOption: LanguageOption

    @Flag(name: .long, help: "Tell editorial changes one by one, too.")
    var all = false

    var language: String? { languageOption.language }
}
