import ArgumentParser

/// How two texts are compared, and how much of the result is told.
struct ComparisonDetail: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The language of the texts (such as en, fr, de); detected by default.", valueName: "language"))
    var language: String?

    @Flag(name: .long, help: "Tell editorial changes one by one, too.")
    var all = false
}
