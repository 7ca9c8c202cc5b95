# Nix: nix-build -E 'with import <nixpkgs> { }; callPackage ./officieel.nix { }'
{ lib, rustPlatform, fetchurl, installShellFiles }:

rustPlatform.buildRustPackage rec {
  pname = "officieel";
  version = "@VERSION@";

  src = fetchurl {
    url = "@ADDRESS@/officieel-${version}.tar.gz";
    sha256 = "@SOURCE_SHA256@";
  };

  # The lock file beside this one is that of the source.
  cargoLock.lockFile = ./Cargo.lock;

  nativeBuildInputs = [ installShellFiles ];

  postInstall = ''
    cargo run --offline --release --example man -- man/en en
    installManPage man/en/*.1
    for shell in bash zsh fish; do
      $out/bin/officieel completions $shell >officieel.$shell
    done
    installShellCompletion officieel.{bash,fish} --zsh officieel.zsh
  '';

  meta = {
    description = "Which account of the government is the real one?";
    homepage = "@ADDRESS@";
    license = with lib.licenses; [ eupl12 cc0 mpl20 ];
    mainProgram = "officieel";
  };
}
