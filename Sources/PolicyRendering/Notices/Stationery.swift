package import PolicyModel
import PolicyNotices

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What forms put around a notice: the publisher's brand, its templates, and where its messages come from.
package struct Stationery: Sendable {
    /// A picture that stands in the pages themselves.
    package struct Logo: Hashable, Sendable {
        /// The media type: `image/png`, `image/jpeg`, `image/gif` or `image/svg+xml`.
        package let mediaType: String
        /// The file.
        package let bytes: [UInt8]

        /// Makes a logo of a file, its type told by its first bytes; nil for anything but PNG, JPEG, GIF and SVG.
        package init?(_ bytes: [UInt8]) {
            let signatures: [(start: [UInt8], type: String)] = [
                ([0x89, 0x50, 0x4E, 0x47], "image/png"), ([0xFF, 0xD8, 0xFF], "image/jpeg"),
                (Array("GIF8".utf8), "image/gif"),
            ]
            if let known = signatures.first(where: { bytes.starts(with: $0.start) }) {
                self.mediaType = known.type
            } else if String(validating: bytes, as: UTF8.self)?.contains("<svg") == true {
                // In an `img` element nothing of an SVG runs or loads.
                self.mediaType = "image/svg+xml"
            } else {
                return nil
            }
            self.bytes = bytes
        }

        /// The picture as an address that holds it.
        var address: String { "data:\(mediaType);base64,\(Data(bytes).base64EncodedString())" }
    }

    let brand: Brand
    let logo: Logo?
    let mail: MailSettings
    let feeds: FeedSettings
    let templates: TemplateSet

    /// Makes the stationery of a repository's settings.
    ///
    /// - Parameters:
    ///   - settings: brand, mail and feeds of them count.
    ///   - logo: the picture that the brand names; nil where there is none.
    ///   - templates: those that replace built-in ones.
    package init(
        _ settings: Settings = Settings(), logo: Logo? = nil, templates: TemplateSet = TemplateSet()
    ) {
        self.brand = settings.brand
        self.logo = logo
        self.mail = settings.mail
        self.feeds = settings.feeds
        self.templates = templates
    }

    /// Returns the values that a template reads beside the notice itself; `TemplateSet.schema` describes them.
    ///
    /// - Parameter logo: the address of the logo in this form; nil for a form that shows none.
    func values(for notice: Notice, logo: String?, inMail: Bool = false) -> [String: JSON] {
        let short = ShortNotice(notice, brand: brand)
        return [
            "brand": brandValues(publisher: notice.publisher, logo: logo),
            "several": .bool(notice.policies.count > 1),
            "short": short.values,
            "mail": [
                "unsubscribe": inMail ? .optional(mail.unsubscribe.flatMap { Address.isSafe($0) ? $0 : nil }) : .null
            ],
        ]
    }

    /// Returns the values of the brand.
    func brandValues(publisher: String?, logo: String?) -> JSON {
        let name = brand.name ?? publisher
        let color = brand.color ?? Self.usual
        let dark = brand.colorDark ?? brand.color ?? Self.usualDark
        return [
            "name": .optional(name),
            "logo": .optional(logo),
            "isShown": .bool(name != nil || logo != nil),
            "color": .string(color.description),
            "colorDark": .string(dark.description),
            "ink": .string(color.legible(on: Self.page).description),
            "inkDark": .string(dark.legible(on: Self.pageDark).description),
        ]
    }

    private static let usual = Brand.Color(red: 0x0B, green: 0x4F, blue: 0xA8)
    private static let usualDark = Brand.Color(red: 0xA3, green: 0xC8, blue: 0xFF)
    private static let page = Brand.Color(red: 0xFF, green: 0xFF, blue: 0xFF)
    private static let pageDark = Brand.Color(red: 0x15, green: 0x17, blue: 0x1B)
}
