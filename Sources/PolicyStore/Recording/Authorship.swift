package import PolicyModel

/// Who wrote a record and who put it into the repository, each with the moment, as git finds them.
package struct Authorship: Hashable, Sendable {
    /// One of the two.
    package struct Signature: Hashable, Sendable {
        /// Who.
        package let identity: Identity
        /// When.
        package let time: Instant
        /// The offset of the zone in minutes east of UTC.
        package let offset: Int

        /// Makes a signature.
        package init(_ identity: Identity, at time: Instant, offset: Int = 0) {
            self.identity = identity
            self.time = time
            self.offset = offset
        }

        var git: GitSignature {
            GitSignature(name: identity.name, email: identity.email, time: time, offset: offset)
        }
    }

    /// Who wrote it.
    package let author: Signature
    /// Who put it into the repository; the moment is that at which it is recorded.
    package let committer: Signature

    /// Makes an authorship.
    package init(author: Signature, committer: Signature) {
        self.author = author
        self.committer = committer
    }

    /// One who does both at once.
    package init(_ signature: Signature) { self.init(author: signature, committer: signature) }
}

extension Recorder {
    /// Returns who records and when: what git's variables say (`GIT_AUTHOR_NAME`, `GIT_COMMITTER_DATE` …), else the configuration
    /// and the present.
    ///
    /// - Throws: where neither says who it is, or a date cannot be read.
    package func authorship(environment: [String: String], now: Instant) throws(StoreError) -> Authorship {
        func signature(_ role: String) throws(StoreError) -> Authorship.Signature {
            let name = try value("user.name", orOf: "GIT_\(role)_NAME", environment)
            let email = try value("user.email", orOf: "GIT_\(role)_EMAIL", environment)
            let identity = Identity(name: name, email: email)
            let variable = "GIT_\(role)_DATE"
            guard let text = environment[variable], !text.isEmpty else {
                return Authorship.Signature(identity, at: now)
            }
            guard let date = GitDate(text) else { throw .invalidDate(variable, text) }
            return Authorship.Signature(identity, at: date.moment, offset: date.offset)
        }
        return Authorship(author: try signature("AUTHOR"), committer: try signature("COMMITTER"))
    }
}

/// A date as git's variables and options write it: `1112911993 +0200`, `2005-04-07T22:13:13+02:00` or `Thu, 07 Apr 2005 22:13:13 +0200`.
///
/// A zone is required, as everywhere here: git takes that of the machine instead.
struct GitDate: Hashable {
    let moment: Instant
    /// Minutes east of UTC.
    let offset: Int

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    init?(_ text: String) {
        var parts = text.split(separator: " ").map(String.init)
        if parts.count == 1, let stamp = parts.first, let zone = Self.zoneStart(stamp) {
            parts = [String(stamp[..<zone]), String(stamp[zone...])]
        }
        guard parts.count > 1, let last = parts.popLast(), let offset = Self.offset(last) else { return nil }
        if parts.count == 1, let seconds = Int64(parts[0].hasPrefix("@") ? String(parts[0].dropFirst()) : parts[0]) {
            self.init(moment: Instant(secondsSinceEpoch: seconds), offset: offset)
            return
        }
        // The weekday says nothing that the day does not say.
        if parts.first?.hasSuffix(",") == true { parts.removeFirst() }
        if parts.count == 4, let month = Self.months.firstIndex(of: parts[1]), let day = Int(parts[0]) {
            let twoDigits = { (number: Int) in (number < 10 ? "0" : "") + String(number) }
            parts = ["\(parts[2])-\(twoDigits(month + 1))-\(twoDigits(day))", parts[3]]
        }
        guard let local = Instant(rfc3339: parts.joined(separator: "T") + "Z") else { return nil }
        self.init(
            moment: Instant(secondsSinceEpoch: local.secondsSinceEpoch - Int64(offset) * 60), offset: offset)
    }

    private init(moment: Instant, offset: Int) {
        self.moment = moment
        self.offset = offset
    }

    /// Where the zone of a date in one word begins.
    private static func zoneStart(_ stamp: String) -> String.Index? {
        guard let time = stamp.firstIndex(of: "T") else { return nil }
        return stamp[time...].lastIndex { $0 == "+" || $0 == "-" || $0 == "Z" }
    }

    /// The minutes of `Z`, `+0200` or `+02:00`.
    private static func offset(_ zone: String) -> Int? {
        if zone == "Z" { return 0 }
        let digits = zone.dropFirst().filter { $0 != ":" }
        guard let sign = zone.first, sign == "+" || sign == "-", digits.count == 4, digits.allSatisfy(\.isNumber),
            let hours = Int(digits.prefix(2)), let minutes = Int(digits.suffix(2)), hours < 24, minutes < 60
        else { return nil }
        return (hours * 60 + minutes) * (sign == "-" ? -1 : 1)
    }
}
