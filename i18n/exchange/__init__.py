"""Files that travel to and from the tools of translators, such as SRX segmentation rules."""
