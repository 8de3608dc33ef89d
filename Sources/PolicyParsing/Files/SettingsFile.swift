import PolicyModel

/// `policyhistory.yaml`: its shape, and its values.
enum SettingsFile {
    /// What the settings may hold.
    static let schema = Schema.object(
        ObjectSchema(
            name: "the file",
            properties: [
                Property("publisher", .text(.any), .optional, "Who publishes the policies."),
                Property("contact", .text(.any), .optional, "How readers reach the publisher."),
                Property(
                    "languages", .list(of: .text(.language)), .optional,
                    "The languages of the policies, the controlling one first."),
                Property("timeZone", .text(.any), .optional, "The zone whose days 'today' means: an IANA name or UTC."),
                Property(
                    "root", .text(.any), .optional, "The folder that holds the policies, relative to the repository."),
                Property(
                    "layout", .choice(Layout.allCases.map(\.rawValue)), .optional, "How the policies are laid out."),
                Property(
                    "overrides", .list(of: .object(override)), .optional,
                    "What the publisher says about the significance of changes."),
                Property(
                    "notices", .object(NoticeSettingsFile.schema), .optional,
                    "What notices say beside the changes, and when readers have to be told."),
                Property("brand", .object(BrandFile.brand), .optional, "How the publisher's messages look."),
                Property("mail", .object(BrandFile.mail), .optional, "Who sends notices by e-mail."),
                Property("feeds", .object(BrandFile.feeds), .optional, "Where feeds of notices are."),
            ]))

    private static let override = ObjectSchema(
        name: "an override",
        properties: [
            Property("kind", .text(.any), .optional, "The kind of change it applies to."),
            Property("change", .text(.any), .optional, "The id of the one change it applies to."),
            Property(
                "significance", .choice(Significance.allCases.map(\.rawValue)), .required,
                "The significance it is given."),
            Property("reason", .text(.any), .required, "Why; shown to readers."),
        ],
        exactlyOne: ["kind", "change"])

    /// Reads the settings; what is not given, or unusable, has its default.
    static func settings(of value: YamlValue) -> Settings {
        Settings(
            publisher: value.text("publisher"), contact: value.text("contact"),
            languages: value["languages"]?.items.compactMap(\.text) ?? [], timeZone: value.text("timeZone") ?? "UTC",
            root: value.text("root") ?? "", layout: value.text("layout").flatMap { Layout(rawValue: $0) },
            overrides: value["overrides"]?.items.compactMap { item in
                guard let significance = item.text("significance").flatMap({ Significance(rawValue: $0) }),
                    let reason = item.text("reason")
                else { return nil }
                let target =
                    item.text("kind").map { SignificanceOverride.Target.kind($0) }
                    ?? item.text("change").map { SignificanceOverride.Target.change($0) }
                return target.map { SignificanceOverride(target: $0, significance: significance, reason: reason) }
            } ?? [],
            notices: value["notices"].map(NoticeSettingsFile.settings) ?? NoticeSettings(),
            brand: BrandFile.brand(of: value["brand"]), mail: BrandFile.mail(of: value["mail"]),
            feeds: BrandFile.feeds(of: value["feeds"]))
    }
}
