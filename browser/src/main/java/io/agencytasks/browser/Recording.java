package io.agencytasks.browser;

import com.microsoft.playwright.PlaywrightException;
import io.agencytasks.functions.executors.browser.OwnFiles;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;

/** A picture after each step, one after the other, as a GIF that moves. */
final class Recording {
  private static final String HUNDREDTHS_SHOWN = "100";
  private static final String FORMAT = "javax_imageio_gif_image_1.0";

  private final Camera camera;
  private final Haul haul;
  private final boolean wanted;
  private final List<byte[]> pictures = new ArrayList<>();

  Recording(boolean wanted, Camera camera, Haul haul) {
    this.wanted = wanted;
    this.camera = camera;
    this.haul = haul;
  }

  /** A page of which no picture can be taken just now is left out. */
  void add() {
    if (!wanted) {
      return;
    }
    try {
      pictures.add(camera.shoot(false));
    } catch (PlaywrightException gone) {
      if (Interrupted.by(gone)) {
        throw gone;
      }
    }
  }

  void keep() {
    if (pictures.isEmpty()) {
      return;
    }
    try {
      haul.keep(OwnFiles.RECORDING, "image/gif", moving());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] moving() throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("gif").next();
    var bytes = new ByteArrayOutputStream();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (var picture : pictures) {
        var image = opaque(ImageIO.read(new ByteArrayInputStream(picture)));
        var about = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        writer.writeToSequence(new IIOImage(image, null, timed(about)), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static BufferedImage opaque(BufferedImage image) {
    var plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    plain.createGraphics().drawImage(image, 0, 0, null);
    return plain;
  }

  private static IIOMetadata timed(IIOMetadata about) throws IIOInvalidTreeException {
    var root = (IIOMetadataNode) about.getAsTree(FORMAT);
    var nodes = root.getElementsByTagName("GraphicControlExtension");
    ((IIOMetadataNode) nodes.item(0)).setAttribute("delayTime", HUNDREDTHS_SHOWN);
    about.setFromTree(FORMAT, root);
    return about;
  }
}
