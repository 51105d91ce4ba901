"""Reading packs: folders of CSV and TOML into validated rows, with every fault located."""
