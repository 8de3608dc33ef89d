internal import PolicyModel

extension NoticeCheck {
    /// Links are there and lead somewhere.
    static let links = NoticeCheck(
        "N008", "N017", meaning: "The old text and the comparison are linked, and links lead somewhere.",
        example: "`[the rules](rules-old.md)` where there is no such file."
    ) { notice in
        var findings: [Finding] = []
        let kinds = Set(notice.part.links.map(\.kind))
        if notice.part.from != nil, kinds.isDisjoint(with: [.old, .redline]) {
            findings.append(
                notice.finding(
                    "N008", .warning, "The notice links neither the text before nor the comparison of both.",
                    fix: "Set `notices: links:` in policyhistory.yaml."))
        }
        let anchors = Anchors(notice.after.document)
        for link in notice.part.links where link.url.contains("{") {
            findings.append(
                notice.finding("N017", .error, "The address of a link has a place that is not filled: \(link.url)."))
        }
        for written in notice.written {
            for target in MarkdownLinks.targets(in: written.text) {
                if let why = notice.problem(with: target, anchors) {
                    findings.append(
                        notice.finding(
                            "N017", .error, line: written.line, "The link to “\(target)” \(why).", fix: "Mend the link."
                        ))
                }
            }
        }
        return findings
    }

    /// Nothing is left to be filled in.
    static let placeholders = NoticeCheck(
        "N024", meaning: "Nothing is left to be filled in.",
        example: "“TBD”, “[insert date]”."
    ) { notice in
        notice.written.compactMap { written in
            let upper = written.text.uppercased()
            let words = upper.split { !$0.isLetter && !$0.isNumber }.map(String.init)
            let found =
                ["TODO", "TBD", "FIXME", "XXX", "TBC"].first { words.contains($0) }
                ?? ["{{", "[INSERT", "INSERT DATE", "LOREM IPSUM", "[DATE]", "[NAME]"].first { upper.contains($0) }
            guard let found else { return nil }
            return notice.finding(
                "N024", .error, line: written.line, "Something is left to be filled in: “\(found)”.", fix: "Fill it in."
            )
        }
    }

    /// No characters hide or turn words.
    static let hiddenCharacters = NoticeCheck(
        "N025", meaning: "No invisible or direction-turning characters stand in what people write.",
        example: "A zero-width space inside a word."
    ) { notice in
        notice.written.compactMap { written in
            let hidden = written.text.unicodeScalars.first { scalar in
                switch scalar.value {
                case 0x09, 0x0A: false
                case 0x00...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069,
                    0xFEFF:
                    true
                default: false
                }
            }
            guard let hidden else { return nil }
            return notice.finding(
                "N025", .warning, line: written.line,
                "A character here is invisible: U+\(String(hidden.value, radix: 16, uppercase: true)).",
                fix: "Take it out.")
        }
    }

    /// It is short enough to be read.
    static let plainness = NoticeCheck(
        "N020", meaning: "The notice is short, and so are people's sentences.",
        example: "A sentence of forty words."
    ) {
        notice in
        var findings: [Finding] = []
        let points = notice.part.points.count
        let words = (notice.file.units.map(\.markdown) + notice.file.writings.map(\.text))
            .reduce(0) { $0 + $1.split(whereSeparator: \.isWhitespace).count }
        if points <= 9, words > 300 {
            findings.append(
                notice.finding(
                    "N020", .warning, "The notice has \(words) words; readers take in 300 of so few changes.",
                    fix: "Shorten what is written between the generated parts."))
        }
        for written in notice.written {
            let longest =
                Tone.withoutQuotations(written.text).split { ".!?\n".contains($0) }
                .map { $0.split(whereSeparator: \.isWhitespace).count }.max() ?? 0
            if longest > 30 {
                findings.append(
                    notice.finding(
                        "N020", .note, line: written.line, "A sentence here has \(longest) words.", fix: "Part it."))
            }
        }
        return findings
    }
}

extension CheckedNotice {
    /// Why a link leads nowhere; nil where it leads somewhere, as far as that can be told without a network.
    fileprivate func problem(with target: String, _ anchors: Anchors) -> String? {
        if target.hasPrefix("#") {
            return anchors.target(of: target) == nil ? "names no heading or anchor of the new text" : nil
        }
        if let colon = target.firstIndex(of: ":"), !target[..<colon].contains("/") {
            switch target[..<colon].lowercased() {
            case "http", "https":
                let host = target.drop { $0 != ":" }.dropFirst().drop { $0 == "/" }.prefix { $0 != "/" }
                return host.isEmpty || target.contains("{") ? "is no whole address" : nil
            case "mailto": return target.contains("@") ? nil : "names nobody"
            default: return "has a scheme that readers cannot follow"
            }
        }
        return exists(String(target.prefix { $0 != "#" && $0 != "?" })) ? nil : "leads to no file of the repository"
    }
}

/// The targets of inline links in what people write.
enum MarkdownLinks {
    static func targets(in text: String) -> [String] {
        var targets: [String] = []
        var rest = text[...]
        while let open = rest.firstRange(of: "](") {
            rest = rest[open.upperBound...]
            guard let close = rest.firstIndex(of: ")") else { break }
            var target = rest[..<close]
            if target.hasPrefix("<"), target.hasSuffix(">") { target = target.dropFirst().dropLast() }
            targets.append(String(target.prefix { $0 != " " }))
            rest = rest[close...]
        }
        return targets
    }
}
