import PolicyModel

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

extension Brand.Color {
    /// Returns the contrast of two colours, 1…21 (WCAG 2.2, 1.4.3).
    func contrast(to other: Brand.Color) -> Double {
        let (first, second) = (luminance, other.luminance)
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    /// Returns the colour nearest to this one that can be read as text on a page: darker or lighter, where it must be.
    func legible(on page: Brand.Color) -> Brand.Color {
        let target: UInt8 = page.luminance > 0.5 ? 0 : 255
        for step in 0...32 {
            let mixed = mixed(with: Brand.Color(red: target, green: target, blue: target), share: Double(step) / 32)
            // A little more than the 4.5 of WCAG 2.2 AA, since panels of a page are a little darker than the page.
            if mixed.contrast(to: page) >= 5 { return mixed }
        }
        return Brand.Color(red: target, green: target, blue: target)
    }

    private func mixed(with other: Brand.Color, share: Double) -> Brand.Color {
        func mix(_ own: UInt8, _ other: UInt8) -> UInt8 {
            UInt8((Double(own) * (1 - share) + Double(other) * share).rounded())
        }
        return Brand.Color(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }

    /// The relative luminance, 0…1.
    private var luminance: Double {
        func linear(_ part: UInt8) -> Double {
            let share = Double(part) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}
