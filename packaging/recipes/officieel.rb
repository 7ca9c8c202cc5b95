# Homebrew: brew install --formula ./officieel.rb
class Officieel < Formula
  desc "Which account of the government is the real one?"
  homepage "@ADDRESS@"
  url "@ADDRESS@/officieel-@VERSION@.tar.gz"
  sha256 "@SOURCE_SHA256@"
  license all_of: ["EUPL-1.2", "CC0-1.0", "MPL-2.0"]

  depends_on "rust" => :build

  def install
    system "cargo", "install", *std_cargo_args
    generate_completions_from_executable(bin/"officieel", "completions", shells: [:bash, :zsh, :fish])
    system "cargo", "run", "--release", "--locked", "--example", "man", "--", "man", "en"
    man1.install Dir["man/*.1"]
  end

  test do
    assert_match "official", shell_output("#{bin}/officieel check --lang en https://x.com/POL_Ede")
  end
end
