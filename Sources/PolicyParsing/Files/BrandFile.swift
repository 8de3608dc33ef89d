import PolicyModel

/// The parts of `policyhistory.yaml` that say what stands around a notice: brand, mail and feeds.
enum BrandFile {
    /// What `brand` may hold.
    static let brand = ObjectSchema(
        name: "the brand",
        properties: [
            Property("name", .text(.any), .optional, "The name above a message; that of the publisher by default."),
            Property(
                "logo", .text(.any), .optional,
                "The path of the logo in the repository: PNG, JPEG, GIF or SVG, at most 256 KiB."),
            Property("color", .text(.color), .optional, "The colour on a light page."),
            Property("colorDark", .text(.color), .optional, "The colour on a dark page."),
        ])

    /// What `mail` may hold.
    static let mail = ObjectSchema(
        name: "the mail settings",
        properties: [
            Property("from", .text(.mailAddress), .optional, "The address that notices come from."),
            Property(
                "listId", .text(.domain), .optional, "The id of the list that they go to (RFC 2919)."),
            Property(
                "unsubscribe", .text(.secureAddress), .optional,
                "Where a POST ends a subscription without further questions (RFC 8058)."),
        ])

    /// What `feeds` may hold.
    static let feeds = ObjectSchema(
        name: "the feed settings",
        properties: [
            Property(
                "authority", .text(.authority), .optional,
                "Who assigns the permanent ids of entries (RFC 4151); never to be changed once a feed is out."),
            Property(
                "home", .text(.webAddress), .optional,
                "The page that the feed belongs to; {policy} stands for the policy."),
            Property("atom", .text(.webAddress), .optional, "Where the Atom feed is; {policy} stands for the policy."),
            Property("json", .text(.webAddress), .optional, "Where the JSON feed is; {policy} stands for the policy."),
        ])

    /// Reads the brand; what is not given, or unusable, is as usual.
    static func brand(of value: YamlValue?) -> Brand {
        func color(_ key: String) -> Brand.Color? { value?.text(key).flatMap { Brand.Color($0) } }
        return Brand(
            name: value?.text("name"), logo: value?.text("logo"), color: color("color"), colorDark: color("colorDark"))
    }

    /// Reads the mail settings.
    static func mail(of value: YamlValue?) -> MailSettings {
        MailSettings(
            sender: value?.text("from"), listID: value?.text("listId"), unsubscribe: value?.text("unsubscribe"))
    }

    /// Reads the feed settings.
    static func feeds(of value: YamlValue?) -> FeedSettings {
        FeedSettings(
            authority: value?.text("authority"), home: value?.text("home"), atom: value?.text("atom"),
            json: value?.text("json"))
    }
}

extension TextForm {
    fileprivate static let color = TextForm(name: "a colour such as '#0b4fa8'", pattern: "^#[0-9A-Fa-f]{6}$")
    fileprivate static let mailAddress = TextForm(
        name: "an address such as policies@example.com",
        pattern:
            "^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+([.][A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9-]+([.][A-Za-z0-9-]+)+$")
    fileprivate static let domain = TextForm(
        name: "a domain such as policies.example.com", pattern: "^[A-Za-z0-9-]+([.][A-Za-z0-9-]+)+$")
    fileprivate static let webAddress = TextForm(
        name: "an address of http or https", pattern: "^[Hh][Tt][Tt][Pp][Ss]?://[!-~]+$")
    fileprivate static let secureAddress = TextForm(
        name: "an address of https", pattern: "^[Hh][Tt][Tt][Pp][Ss]://[!-~]+$")
    fileprivate static let authority = TextForm(
        name: "a domain and a day on which it was held, such as 'example.com,2026-01-01'",
        pattern: "^[A-Za-z0-9.@_+-]+,[0-9]{4}(-[0-9]{2}){0,2}$")
}
